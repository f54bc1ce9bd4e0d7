package org.tulpar.bench.compare;

import java.util.List;
import java.util.function.ToLongFunction;
import org.tulpar.bench.load.Outcome;

/** The runs in which each side was killed. */
record Struck(List<Outcome> peer, List<Outcome> tulpar) {

  boolean isEmpty() {
    return tulpar.isEmpty();
  }

  /** Tulpar lost and doubled nothing, and came back. */
  boolean isClean() {
    return tulpar.stream().allMatch(run -> run.isClean() && run.disordered() == 0);
  }

  /** How many waited for their answers: the peer's, Tulpar's. */
  String waiting() {
    return "%d and %d".formatted(waiting(peer), waiting(tulpar));
  }

  private static long waiting(List<Outcome> runs) {
    return runs.stream().mapToLong(run -> run.recovery().underWay()).sum();
  }

  static long sum(List<Outcome> runs, ToLongFunction<Outcome> count) {
    return runs.stream().mapToLong(count).sum();
  }
}
