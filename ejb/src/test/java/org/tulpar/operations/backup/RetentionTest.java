package org.tulpar.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tulpar.operations.Outcome;

class RetentionTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");
  private final Retention retention = new Retention(30);

  @Test
  void dumps_older_than_thirty_days_go() {
    var old = run(1, Duration.ofDays(31), Outcome.GREEN);
    var young = run(2, Duration.ofDays(29), Outcome.GREEN);
    assertThat(retention.expired(List.of(old, young), NOW)).containsExactly(old);
  }

  @Test
  void the_newest_green_dump_stays_however_old_it_is() {
    var older = run(1, Duration.ofDays(90), Outcome.GREEN);
    var newest = run(2, Duration.ofDays(80), Outcome.GREEN);
    var red = run(3, Duration.ofDays(1), Outcome.RED);
    assertThat(retention.expired(List.of(older, newest, red), NOW)).containsExactly(older);
  }

  @Test
  void dumps_that_were_never_proven_go_as_well() {
    var unproven = run(1, Duration.ofDays(31), Outcome.RED);
    assertThat(retention.expired(List.of(unproven), NOW)).containsExactly(unproven);
  }

  @Test
  void a_run_without_a_file_and_a_run_in_work_are_left_alone() {
    var running = run(1, Duration.ofDays(31), Outcome.RUNNING);
    var pruned =
        new BackupRun(
            2,
            NOW.minus(Duration.ofDays(40)),
            null,
            Outcome.GREEN,
            Trigger.SCHEDULE,
            "a",
            1,
            NOW,
            null,
            null);
    assertThat(retention.expired(List.of(running, pruned), NOW)).isEmpty();
  }

  @Test
  void keeping_nothing_is_no_setting() {
    assertThatThrownBy(() -> new Retention(0)).hasMessageContaining("tulpar.backup.keep-days");
  }

  private static BackupRun run(long id, Duration age, Outcome outcome) {
    return new BackupRun(
        id, NOW.minus(age), null, outcome, Trigger.SCHEDULE, id + ".dump", 1, null, null, null);
  }
}
