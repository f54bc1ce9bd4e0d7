/**
 * The language model behind any endpoint that speaks OpenAI's chat completions.
 *
 * <p>Promises: an answer with words or {@code LanguageModelUnavailable}, within {@code
 * tulpar.llm.timeout}; one attempt. Leaves alone: the prompt, and what to do without an answer.
 */
package org.tulpar.integrations.llm;
