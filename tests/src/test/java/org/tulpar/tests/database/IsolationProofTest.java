package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.operations.ConsoleSql;
import org.tulpar.operations.JobRun;
import org.tulpar.operations.JobRunner;
import org.tulpar.operations.Jobs;
import org.tulpar.operations.Outcome;
import org.tulpar.operations.isolation.Barrier;
import org.tulpar.operations.isolation.Isolation;
import org.tulpar.operations.isolation.IsolationLedger;
import org.tulpar.operations.isolation.IsolationProof;
import org.tulpar.operations.isolation.IsolationWork;

/** The installation's own proof: green on the tables as they are, red by the first leak. */
class IsolationProofTest {

  private static final String OPEN = "planted_open";

  private final Office office = new Office();
  private final Runner runner = new Runner();
  private final Rig rig =
      new Rig()
          .with(ConsoleSql.class, ConsoleSql.on(Database.source("tulpar_console")))
          .with(JobRunner.class, runner)
          .source("app", Database.source("tulpar_app"));
  private final IsolationWork work = rig.get(IsolationWork.class);
  private final IsolationLedger ledger = rig.get(IsolationLedger.class);
  private final Isolation isolation = rig.get(Isolation.class);
  private final Jobs jobs = rig.get(Jobs.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.prepare();
    clean();
  }

  @AfterEach
  void clean() throws SQLException {
    office.change("drop table if exists " + OPEN);
    office.change("delete from isolation_proof");
    office.change("delete from job where name = 'isolation'");
  }

  @Test
  void theTablesAsTheyAreHoldEveryBarrier() {
    isolation.start();
    var proof = walked();
    assertThat(proof.breaches()).isEmpty();
    assertThat(proof.tables()).isGreaterThan(60);
    assertThat(proof)
        .extracting(IsolationProof::guarded, IsolationProof::unseen, IsolationProof::unwritten)
        .containsOnly(proof.tables());
    assertThat(proof.outcome()).isEqualTo(Outcome.GREEN);
  }

  @Test
  void oneTableWithoutAPolicyMakesItRedAndIsNamed() throws SQLException {
    office.change("create table " + OPEN + " (organization_id uuid not null, secret text)");
    office.change("insert into " + OPEN + " values (:o, 'ours')");
    office.change("grant select, insert on " + OPEN + " to tulpar_app");
    isolation.start();
    var proof = walked();
    assertThat(proof.outcome()).isEqualTo(Outcome.RED);
    assertThat(proof.breaches())
        .containsExactlyInAnyOrder(OPEN + ": GUARDED", OPEN + ": UNSEEN", OPEN + ": UNWRITTEN");
    assertThat(proof.unseen()).isEqualTo(proof.tables() - 1);
  }

  @Test
  void nothingOfWhatWasTriedStays() throws SQLException {
    office.change("create table " + OPEN + " (organization_id uuid not null, secret text)");
    office.change("grant select, insert on " + OPEN + " to tulpar_app");
    isolation.start();
    walked();
    try (var superuser = Database.superuser();
        var statement = superuser.createStatement();
        var row = statement.executeQuery("select count(*) from " + OPEN)) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }

  @Test
  void aProofThatDidNotLookAtEverythingIsNotGreenAndGoesOn() {
    isolation.start();
    var proof = runner.proof();
    work.look(proof, Barrier.GUARDED);
    work.finish(proof);
    assertThat(isolation.latest().orElseThrow().outcome()).isEqualTo(Outcome.RED);
    isolation.restart(Runner.EXECUTION);
    assertThat(isolation.latest().orElseThrow().outcome()).isEqualTo(Outcome.RUNNING);
    work.look(proof, Barrier.UNSEEN);
    work.look(proof, Barrier.UNWRITTEN);
    work.finish(proof);
    assertThat(isolation.latest().orElseThrow().outcome()).isEqualTo(Outcome.GREEN);
    assertThat(jobs.latest(10))
        .as("the run that was gone on with, and the one before")
        .extracting(JobRun::outcome)
        .containsExactly(Outcome.GREEN, Outcome.RED);
  }

  @Test
  void whatWasFoundStandsBesideTheRun() throws SQLException {
    office.change("create table " + OPEN + " (organization_id uuid not null, secret text)");
    office.change("grant select, insert on " + OPEN + " to tulpar_app");
    isolation.start();
    walked();
    var run = jobs.latest(1).getFirst();
    assertThat(run.job()).isEqualTo("isolation");
    assertThat(run.code()).isEqualTo("isolation.breaches");
    assertThat(run.reason()).contains(OPEN + ": GUARDED");
    assertThat(run.finishedAt()).isNotNull();
  }

  @Test
  void theLastRunsOfAJobAreKeptAndOneThatNeverEndedHasFailed() {
    isolation.start();
    var start = Instant.parse("2026-11-21T03:10:00Z");
    for (int day = 0; day < 110; day++) {
      jobs.started(IsolationLedger.JOB, start.plus(Duration.ofDays(day)));
    }
    var kept = jobs.latest(1000);
    assertThat(kept).hasSize(100);
    assertThat(kept.getFirst().startedAt()).isEqualTo(start.plus(Duration.ofDays(109)));
    assertThat(kept.getFirst().outcome()).isEqualTo(Outcome.RUNNING);
    assertThat(kept.subList(1, 100)).extracting(JobRun::outcome).containsOnly(Outcome.RED);
    assertThat(jobs.latest(7)).hasSize(7);
  }

  @Test
  void oneRunsAtATime() {
    isolation.start();
    assertThat(ledger.begin()).isEmpty();
    assertThat(runner.started).hasSize(1);
  }

  private IsolationProof walked() {
    var proof = runner.proof();
    for (var barrier : Barrier.values()) {
      work.look(proof, barrier);
    }
    work.finish(proof);
    return isolation.latest().orElseThrow();
  }

  /** Starts nothing: the test walks the steps. */
  private static final class Runner implements JobRunner {

    static final long EXECUTION = 7;

    private final Map<String, String> started = new HashMap<>();

    long proof() {
      return Long.parseLong(started.get("proof"));
    }

    @Override
    public long start(String job, Map<String, String> parameters) {
      started.putAll(parameters);
      return EXECUTION;
    }

    @Override
    public long restart(long execution, Map<String, String> parameters) {
      return EXECUTION + 1;
    }
  }
}
