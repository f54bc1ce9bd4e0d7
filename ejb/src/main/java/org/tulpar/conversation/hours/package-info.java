/**
 * When people answer, and within which time.
 *
 * <p>Promises: time is counted while it is open only, and a special day is stronger than the week;
 * a promise is computed when it is looked at, so that a change of hours counts at once. Leaves
 * alone: what happens when it is broken.
 */
package org.tulpar.conversation.hours;
