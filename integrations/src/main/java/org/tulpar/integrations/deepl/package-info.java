/**
 * DeepL: {@code /v2/translate} with the organization's glossary, by JSON and {@code
 * DeepL-Auth-Key}.
 *
 * <p>Promises: one attempt to translate; a glossary is made once for its terms and found again by
 * its name. Leaves alone: budget, cache and whether the translation is faithful.
 */
package org.tulpar.integrations.deepl;
