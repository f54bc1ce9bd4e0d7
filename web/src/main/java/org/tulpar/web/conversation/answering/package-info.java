/**
 * Settings of answering: canned replies, teams, hours and promises.
 *
 * <p>Promises: plain forms that work without a script. Leaves alone: what the settings mean (the
 * core).
 */
package org.tulpar.web.conversation.answering;
