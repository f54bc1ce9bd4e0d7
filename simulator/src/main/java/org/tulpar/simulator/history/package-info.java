/**
 * What happened, kept in memory and bounded: what was sent, the chats as a phone shows them, and a
 * journal of what the gateway saw.
 *
 * <p>Promises: only things that did happen are recorded; open pages hear of them at once. Leaves
 * alone: making anything happen.
 */
package org.tulpar.simulator.history;
