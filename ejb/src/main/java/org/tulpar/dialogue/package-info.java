/**
 * The pipeline: Intake → Resolution → Turns → Delivery.
 *
 * <p>Promises: what was answered 200 is stored exactly once; one answer to a burst; the order of a
 * conversation is the order of the ledger; no bot message is sent after a person has taken over; a
 * message whose fate is unknown is not sent again. All of it rests on rows and unique keys: the
 * queues only wake lanes up, and losing a wake-up costs a sweep.
 *
 * <p>A lane is a share of the organizations; its work is done by one worker at a time over all
 * nodes. Leaves alone: what the bot says (agent), what a provider calls things (channel), what the
 * manager sees (conversation).
 */
package org.tulpar.dialogue;
