/**
 * What a person does at the inbox beside replying: assign, snooze, close, tag, note, look up, see
 * what the client will read.
 *
 * <p>Promises: an act answers with how the conversations stand now. Leaves alone: how they are
 * shown (the inbox), what the acts mean (the core's desk).
 */
package org.tulpar.web.conversation.desk;
