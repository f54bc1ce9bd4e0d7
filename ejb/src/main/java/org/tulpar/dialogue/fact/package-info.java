/**
 * Conversations read for what clients tell of themselves, when they have been silent for a moment.
 *
 * <p>Promises: no message and no answer waits for it; a conversation is read by one node at a time,
 * once for all that was said meanwhile. Leaves alone: what is found ({@code
 * org.tulpar.agent.fact}).
 */
package org.tulpar.dialogue.fact;
