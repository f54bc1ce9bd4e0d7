package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.bench.faults.Options;
import org.tulpar.bench.faults.Rehearsal;

/**
 * The short form of {@code bench/faults}: under load one thing after the other goes wrong, and each
 * is got over in time. What happens when the server itself is killed is asked by {@link KillIT}.
 */
@ExtendWith(OnTheServer.class)
class FaultsIT {

  @Test
  @Timeout(300)
  void nothingIsLostDoubledOrTurnedRound() throws Exception {
    var subject = Installation.TESTED.toBreak();
    subject.adopt();
    for (var verdict : Rehearsal.of(subject, Options.rehearsal())) {
      assertThat(verdict.good()).as(verdict.toString()).isTrue();
      assertThat(verdict.accepted()).isPositive();
    }
  }
}
