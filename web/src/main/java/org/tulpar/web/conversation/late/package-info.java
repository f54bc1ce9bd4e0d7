/**
 * What of an open conversation comes after it was shown.
 *
 * <p>Promises: a page of messages that are being translated is read again when something of it has
 * come, and no page that nobody waits for; where a reader is survives a word about the conversation
 * that she has just left. Leaves alone: how lines are written and exchanged (the conversation's
 * page).
 */
package org.tulpar.web.conversation.late;
