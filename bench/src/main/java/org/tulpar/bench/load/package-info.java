/**
 * A load driver for any system that takes webhooks and sends replies: it posts webhooks, plays the
 * messenger's gateway itself and matches every reply to the message that caused it.
 *
 * <p>Promises: knows nothing of the system's inside; in an open loop a latency counts from the
 * moment a message was due, so that a slow answer hides nobody behind it; the same messages of a
 * conversation leave in their order.
 */
package org.tulpar.bench.load;
