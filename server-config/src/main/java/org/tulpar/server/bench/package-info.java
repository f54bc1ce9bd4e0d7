/**
 * Organizations for measurements: many alike, without gluing, whose bot repeats the customer's
 * words.
 *
 * <p>Promises: made the way the demo's are, under row level security; refused beside customers.
 */
package org.tulpar.server.bench;
