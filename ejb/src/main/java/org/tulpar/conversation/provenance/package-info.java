/**
 * Where the bot's words come from.
 *
 * <p>Promises: what was kept with a message is read as it was written. Leaves alone: who decides
 * what is said (agent), and how it is told to people (web).
 */
package org.tulpar.conversation.provenance;
