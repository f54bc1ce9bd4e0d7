package org.tulpar.dialogue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long GAP = 20;

  private final List<Long> waits = new ArrayList<>();
  private long now = 1_000;
  private final Pace pace =
      new Pace(
          GAP,
          () -> now,
          nanos -> {
            waits.add(nanos);
            now += nanos;
          });

  @Test
  void after_a_quiet_time_nobody_waits() {
    now += 5 * GAP;
    pace.await();
    assertThat(waits).isEmpty();
  }

  @Test
  void the_next_batch_begins_a_gap_after_the_beginning_of_the_one_before() {
    now += GAP;
    pace.await();
    now += 15;
    pace.await();
    pace.await();
    assertThat(waits).containsExactly(GAP - 15, GAP);
  }

  @Test
  void a_batch_that_took_longer_than_the_gap_is_followed_at_once() {
    now += GAP;
    pace.await();
    now += GAP + 1;
    pace.await();
    assertThat(waits).isEmpty();
  }

  @Test
  void short_batches_follow_each_other_sooner_and_long_ones_at_the_bound() {
    var most = 80_000;
    var quick = new Pace(most, () -> now, nanos -> now += nanos);
    batches(quick, 1_000);
    assertThat(gapOf(quick)).isBetween(4_000L, 4_100L);
    batches(quick, 90_000);
    assertThat(gapOf(quick)).isEqualTo(most);
  }

  private void batches(Pace pace, long each) {
    for (var i = 0; i < 100; i++) {
      pace.measured(() -> now += each);
    }
  }

  private long gapOf(Pace pace) {
    now += 1_000_000;
    pace.await();
    var begun = now;
    pace.await();
    return now - begun;
  }

  @Test
  void a_batch_that_fails_is_the_callers_trouble() {
    assertThatThrownBy(
            () ->
                pace.measured(
                    () -> {
                      throw new IOException("no connection");
                    }))
        .isInstanceOf(IOException.class);
  }

  @Test
  void who_wakes_too_early_waits_on() {
    var early = new Pace(GAP, () -> now, nanos -> now += Math.min(7, nanos));
    early.await();
    assertThat(now).isEqualTo(1_000 + GAP);
  }

  @Test
  void whoever_shall_stop_does_not_wait() {
    Thread.currentThread().interrupt();
    pace.await();
    assertThat(Thread.interrupted()).as("the interruption is kept").isTrue();
    assertThat(waits).isEmpty();
  }

  @Test
  void without_a_pace_nobody_waits_ever() {
    var none = new Pace(0, () -> now, waits::add);
    none.await();
    none.await();
    assertThat(waits).isEmpty();
  }
}
