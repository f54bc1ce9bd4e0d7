package org.tulpar.bench.compare;

import java.util.function.ToLongFunction;
import java.util.stream.Stream;
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
record Round(Outcome ack, Outcome burst, Outcome steady, Outcome durable, Outcome redelivered) {

  /** Each run once: what Tulpar does at the fixed rate stands for both of the peer's modes. */
  Stream<Outcome> runs() {
    return Stream.of(ack, burst, steady, durable, redelivered).distinct();
  }

  long sum(ToLongFunction<Outcome> count) {
    return runs().mapToLong(count).sum();
  }

  /** Nothing is lost, refused, turned round, doubled, or sent to somebody else. */
  boolean isClean() {
    return runs().allMatch(run -> run.isClean() && run.disordered() == 0);
  }
}
