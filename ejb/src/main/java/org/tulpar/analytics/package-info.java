/**
 * What an organization's work comes to: how much was said, who answered, how long people waited.
 *
 * <p>Promises: figures come from days that were counted once, never from messages while a page is
 * read; a person's time to answer begins when it is a person's turn, runs in working hours only and
 * never contains an answer of the bot; what a number counts can be listed, by the same condition.
 * Leaves alone: everything it reads.
 */
package org.tulpar.analytics;
