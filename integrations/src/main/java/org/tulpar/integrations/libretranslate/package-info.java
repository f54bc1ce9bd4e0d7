/**
 * LibreTranslate, most often on a machine of the organization's own.
 *
 * <p>Promises: one attempt. Leaves alone: the glossary, which it has none of; budget, cache and
 * whether the translation is faithful.
 */
package org.tulpar.integrations.libretranslate;
