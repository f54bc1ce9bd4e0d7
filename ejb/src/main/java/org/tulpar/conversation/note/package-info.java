/**
 * What colleagues tell each other about a conversation: notes that no client sees, and who is named
 * in them.
 *
 * <p>Promises: a note is stored once per key of the browser; who is named has a notice until she
 * has looked at the conversation. Leaves alone: what is said to the client.
 */
package org.tulpar.conversation.note;
