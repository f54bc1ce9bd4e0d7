/**
 * The administrator's pages of translation: the engine and what it may cost, and the glossary.
 *
 * <p>Promises: a stored key is never shown again. Leaves alone: what is translated (the inbox).
 */
package org.tulpar.web.translation;
