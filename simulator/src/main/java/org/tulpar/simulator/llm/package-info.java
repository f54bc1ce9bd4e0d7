/**
 * A language model that is none: OpenAI's chat completions with canned, deterministic answers.
 *
 * <p>Promises: the same request gets the same words, every answer says that it is simulated, and
 * nothing of the system prompt is repeated. Leaves alone: tools, images and every sampling
 * parameter; they are accepted and have no effect.
 */
package org.tulpar.simulator.llm;
