package org.tulpar.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.db.Migrations;
import org.tulpar.operations.ConsoleSql;
import org.tulpar.operations.JobRun;
import org.tulpar.operations.Jobs;
import org.tulpar.operations.Outcome;

/** A run from its start to its end against the real tables, with a dump that does as it is told. */
class BackupFlowTest {

  private static final Instant BEFORE_TWO = Instant.parse("2026-11-21T01:00:00Z");
  private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");

  private static EmbeddedPostgres postgres;

  private final ScriptedDump dump = new ScriptedDump();
  private ConsoleSql sql;

  @BeforeAll
  static void start() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().start();
    var url = postgres.getJdbcUrl("postgres", "postgres");
    Migrations.roles(url, "postgres", "", Map.of("tulpar_owner", "o"));
    Migrations.migrate(url, "tulpar_owner", "o");
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void clean() {
    sql = ConsoleSql.on(postgres.getDatabase("tulpar_console", "postgres"));
    sql.update("delete from backup_run");
    sql.update("delete from job");
  }

  @Test
  void a_dump_that_was_restored_and_is_equal_makes_the_run_green() {
    var run = runThrough(node("a", TWO));
    assertThat(run.outcome()).isEqualTo(Outcome.GREEN);
    assertThat(run.file()).isEqualTo("tulpar-20261121T020000Z-%d.dump".formatted(run.id()));
    var proof = node("a", TWO).latest(1).getFirst().proof();
    assertThat(proof.outcome()).isEqualTo(Outcome.GREEN);
    assertThat(proof.tables()).isEqualTo(1);
    assertThat(proof.rows()).isEqualTo(3);
  }

  @Test
  void a_copy_that_differs_makes_the_run_red_and_names_the_difference() {
    dump.restoredRows = 2;
    var run = runThrough(node("a", TWO));
    assertThat(run.outcome()).isEqualTo(Outcome.RED);
    assertThat(run.reasonCode()).isEqualTo("backup.differs");
    assertThat(run.reason()).isEqualTo("public.client: 3 dumped, 2 restored");
    assertThat(
            sql.rows("select differences->0->>'what' from restore_proof", row -> row.getString(1)))
        .containsExactly("public.client");
  }

  @Test
  void a_dump_that_fails_makes_the_run_red_with_the_reason_and_nothing_is_deleted() {
    var green = runThrough(node("a", TWO.minus(Duration.ofDays(40))));
    dump.trouble = new DumpFailed("backup.disk_full", "no room");
    var red = runThrough(node("a", TWO));
    assertThat(red.outcome()).isEqualTo(Outcome.RED);
    assertThat(red.reasonCode()).isEqualTo("backup.disk_full");
    assertThat(red.reason()).isEqualTo("no room");
    assertThat(Jobs.on(sql).latest(7))
        .extracting(JobRun::code, JobRun::reason)
        .containsExactly(tuple("backup.disk_full", "no room"), tuple(null, null));
    assertThat(dump.files).containsExactly(green.file());
  }

  @Test
  void a_green_run_lets_dumps_older_than_thirty_days_go() {
    runThrough(node("a", TWO.minus(Duration.ofDays(40))));
    var fresh = runThrough(node("a", TWO));
    assertThat(dump.files).containsExactly(fresh.file());
  }

  @Test
  void a_red_run_goes_on_with_the_dump_it_has_made() {
    dump.restoredRows = 2;
    var red = executed(node("a", TWO), 41);
    assertThat(red.outcome()).isEqualTo(Outcome.RED);
    dump.restoredRows = 3;
    var later = node("a", TWO.plus(Duration.ofHours(9)));
    assertThat(later.resume(40)).as("another execution").isEmpty();
    assertThat(later.resume(41)).hasValue(red.id());
    assertThat(later.beginWhenDue()).as("it runs again").isEmpty();
    assertThat(later.run(red.id()).outcome()).isEqualTo(Outcome.RUNNING);
    var work = new BackupWork(later, dump);
    assertThat(work.prove(red.id())).isEqualTo(Outcome.GREEN);
    work.finish(red.id(), Outcome.GREEN);
    assertThat(later.run(red.id()).file()).isEqualTo(red.file());
    assertThat(later.run(red.id()).reasonCode()).isNull();
    assertThat(later.resume(41)).as("it is green").isEmpty();
  }

  @Test
  void nothing_goes_on_while_another_one_runs() {
    dump.trouble = new DumpFailed("backup.disk_full", "no room");
    executed(node("a", TWO), 42);
    var ledger = node("a", TWO);
    ledger.begin();
    assertThatThrownBy(() -> ledger.resume(42)).isInstanceOf(BackupRunning.class);
  }

  @Test
  void a_second_start_while_one_runs_is_refused_on_every_node() {
    node("a", TWO).begin();
    assertThatThrownBy(node("b", TWO)::begin)
        .isInstanceOfSatisfying(
            BackupRunning.class,
            refused -> assertThat(refused.code()).isEqualTo("refused.backup_running"));
  }

  @Test
  void a_run_that_died_with_its_server_is_red_and_does_not_block_the_next() {
    var dead = node("a", TWO).begin();
    var restarted = node("a", TWO.plusSeconds(60));
    var next = restarted.begin();
    assertThat(restarted.run(dead).reasonCode()).isEqualTo("backup.interrupted");
    assertThat(restarted.run(next).outcome()).isEqualTo(Outcome.RUNNING);
  }

  @Test
  void the_run_of_the_day_is_started_once_by_whichever_node_is_first() {
    assertThat(node("a", BEFORE_TWO).beginWhenDue()).isEmpty();
    var due = node("a", TWO).beginWhenDue();
    assertThat(due).isPresent();
    node("a", TWO).finished(due.getAsLong(), Outcome.GREEN);
    assertThat(node("b", TWO).beginWhenDue()).isEmpty();
    assertThat(node("b", TWO.plus(Duration.ofDays(1))).beginWhenDue()).isPresent();
  }

  @Test
  void a_person_at_work_at_two_does_not_swallow_the_run_of_the_day() {
    assertThat(node("a", BEFORE_TWO).beginWhenDue()).isEmpty();
    var ledger = node("a", TWO);
    var byHand = ledger.begin();
    assertThat(ledger.beginWhenDue()).isEmpty();
    ledger.finished(byHand, Outcome.GREEN);
    assertThat(ledger.beginWhenDue()).isPresent();
  }

  @Test
  void a_run_of_the_day_that_was_interrupted_is_tried_again_twice() {
    assertThat(node("a", BEFORE_TWO).beginWhenDue()).isEmpty();
    var at = TWO;
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThat(node("a", at).beginWhenDue()).isPresent();
      assertThat(node("a", at.plusSeconds(60)).beginWhenDue()).isEmpty();
      at = at.plus(Duration.ofMinutes(11));
    }
    assertThat(node("a", at).beginWhenDue()).isEmpty();
  }

  /** Every ledger is a new start of the server. */
  private BackupLedger node(String name, Instant now) {
    var settings = new BackupSettings(name, 30, Duration.ofHours(2));
    return new BackupLedger(
        new BackupRuns(sql),
        new RestoreProofs(sql),
        Jobs.on(sql),
        settings,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private BackupRun executed(BackupLedger ledger, long execution) {
    var work = new BackupWork(ledger, dump);
    var run = ledger.begin();
    ledger.executing(run, execution);
    if (work.dump(run) == Outcome.GREEN) {
      work.prove(run);
    }
    work.finish(run, Outcome.RED);
    return ledger.run(run);
  }

  /** What the job does: prune only after a green proof, and the end in any case. */
  private BackupRun runThrough(BackupLedger ledger) {
    var work = new BackupWork(ledger, dump);
    var run = ledger.begin();
    if (work.dump(run) == Outcome.GREEN && work.prove(run) == Outcome.GREEN) {
      assertThatCode(() -> work.prune(run)).doesNotThrowAnyException();
    }
    work.finish(run, Outcome.GREEN);
    return ledger.run(run);
  }
}
