package org.tulpar.dialogue.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How often what waits is counted. */
class AdmissionTest {

  @Test
  void everySecondWhileCountingIsQuick() {
    assertThat(Admission.pause(0)).isEqualTo(1_000);
    assertThat(Admission.pause(20)).isEqualTo(1_000);
  }

  @Test
  void countingTakesAFiftiethOfTheTime() {
    assertThat(Admission.pause(60)).isEqualTo(3_000);
  }

  @Test
  void aFloodIsNoticedInFiveSecondsHoweverMuchWaits() {
    assertThat(Admission.pause(10_000)).isEqualTo(5_000);
  }
}
