/**
 * What people do to conversations beside speaking in them: assign, snooze, close, reopen, tag, one
 * or many at a time.
 *
 * <p>Promises: one act is one transaction over all its conversations, with an audit row for each
 * that it changed; a conversation of another organization is not changed and not betrayed. Leaves
 * alone: who may speak (the conversation itself), what is said.
 */
package org.tulpar.conversation.desk;
