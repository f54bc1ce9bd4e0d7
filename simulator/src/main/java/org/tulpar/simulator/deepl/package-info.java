/**
 * A translator that speaks DeepL's JSON.
 *
 * <p>Promises: the same text gets the same answer; what stands in its phrase book is translated,
 * figures included, and everything else is marked as not translated. Leaves alone: languages beyond
 * the seven of the phrase book.
 */
package org.tulpar.simulator.deepl;
