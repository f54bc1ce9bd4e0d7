/**
 * The client's glued messages and the bot's answer to them.
 *
 * <p>Promises: one turn of a conversation at a time; no transaction is open while a model thinks;
 * an answer to a question that grew meanwhile is thrown away.
 */
package org.tulpar.dialogue.turn;
