package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.bench.faults.Options;
import org.tulpar.bench.faults.Round;
import org.tulpar.bench.faults.Trouble;

/**
 * The short form of {@code bench/faults}: under load one thing after the other goes wrong. What
 * happens when the server itself is killed is asked by {@link KillIT}.
 */
@ExtendWith(OnTheServer.class)
class FaultsIT {

  @Test
  void nothingIsLostDoubledOrTurnedRound() throws Exception {
    var subject = Installation.TESTED.toBreak();
    subject.adopt();
    var verdict = new Round(subject, Options.of("--short"), Trouble.REHEARSAL).run();
    assertThat(verdict.good()).as(verdict.row()).isTrue();
    assertThat(verdict.accepted()).isPositive();
  }
}
