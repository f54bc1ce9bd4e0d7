package org.tulpar.bench.compare;

import org.tulpar.bench.load.Outcome;

/**
 * What one side came to in one round.
 *
 * @param ack acknowledgements alone, closed loop
 * @param burst from the first message to the last reply
 * @param steady at the fixed rate; for the peer as it is usually run
 * @param durable at the fixed rate, durable before the answer; Tulpar always is
 * @param redelivered every fifth webhook arrives twice at once
 */
record Round(Outcome ack, Outcome burst, Outcome steady, Outcome durable, Outcome redelivered) {}
