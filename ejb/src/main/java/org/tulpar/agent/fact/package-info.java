/**
 * What clients tell of themselves, found by the qualification agent in what they write.
 *
 * <p>Promises: a fact is kept only where the message that it names holds the words that it quotes,
 * and no number that was not said; no transaction and no connection is held while the model thinks;
 * nothing is said to anybody. Leaves alone: when a conversation is read (dialogue) and how facts
 * are shown and counted (conversation).
 */
package org.tulpar.agent.fact;
