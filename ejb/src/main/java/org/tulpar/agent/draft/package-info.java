/**
 * The next reply of a conversation, written by the AI for a person, who sends it, changes it or
 * throws it away.
 *
 * <p>Promises: nothing is sent by it; no transaction and no connection is held while the model
 * thinks; what was proposed and what became of it is kept. Leaves alone: the sending (conversation)
 * and the bot's own turns (dialogue).
 */
package org.tulpar.agent.draft;
