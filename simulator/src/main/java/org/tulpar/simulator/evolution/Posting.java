package org.tulpar.simulator.evolution;

import java.util.concurrent.CompletableFuture;

/** An event on its way: how the first attempt ended, and how the last one did. */
public record Posting(CompletableFuture<Attempt> first, CompletableFuture<Attempt> last) {

  static Posting over(Attempt attempt) {
    var done = CompletableFuture.completedFuture(attempt);
    return new Posting(done, done);
  }
}
