package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.agent.Completion;
import org.tulpar.agent.LanguageModel;
import org.tulpar.agent.LanguageModelUnavailable;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.turn.Turns;
import org.tulpar.tenant.OrganizationId;

/** The turn through the application's own classes, with a model that does as it is told. */
class ModelCallsTest {

  private static final Duration SOON = Duration.ofMinutes(2);

  private final Pool pool = new Pool(Database.source("tulpar_pipeline"), 3);
  private final AtomicInteger inFlight = new AtomicInteger();
  private final CountDownLatch answers = new CountDownLatch(1);
  private final List<Pipeline> organizations = new ArrayList<>();
  private final Queue<Integer> woken = new ConcurrentLinkedQueue<>();
  private volatile boolean down;
  private Rig rig;

  @BeforeEach
  void prepare() throws SQLException {
    try (var superuser = Database.superuser();
        var statement = superuser.createStatement()) {
      statement.execute("delete from turn");
    }
    rig =
        new Rig()
            .source("pipeline", pool)
            .source("app", new Pool(Database.source("tulpar_app"), 1))
            .with(LanguageModel.class, this::complete)
            .with(TurnQueue.class, woken::add)
            .with(OutboundQueue.class, lane -> {});
  }

  @AfterEach
  void close() {
    answers.countDown();
    rig.close();
  }

  @Test
  void twoHundredQuestionsAtOnceHoldNoConnection() throws SQLException {
    organizationWithQuestions(70);
    organizationWithQuestions(70);
    organizationWithQuestions(60);
    drain();
    await().atMost(SOON).until(() -> inFlight.get() == 200);
    assertThat(pool.taken()).as("connections in use while the model thinks").isZero();
    answers.countDown();
    await().atMost(SOON).until(() -> answered() == 200);
    assertThat(organizations.getFirst().look("select count(*) from turn where organization_id = ?"))
        .isEqualTo("0");
  }

  @Test
  void anAnswerKeepsWhoWroteItAndTheQuestionNothing() throws SQLException {
    var organization = organizationWithQuestions(1);
    answers.countDown();
    drain();
    await().atMost(SOON).until(() -> answered() == 1);
    assertThat(
            organization.look(
                "select concat_ws('/', p ->> 'agent', p ->> 'version', p ->> 'model', p ->> 'lines', p ->> 'tokensIn')"
                    + " from (select provenance as p from message where author = 'BOT' and organization_id = ?) m"))
        .isEqualTo("Bot/1/small/1/812");
    assertThat(
            organization.look(
                "select count(*) from message where author <> 'BOT' and provenance is not null and organization_id = ?"))
        .isEqualTo("0");
  }

  @Test
  void aSlowModelOfOneOrganizationLeavesRoomForAnother() throws SQLException {
    organizationWithQuestions(120);
    drain();
    await().atMost(SOON).until(() -> inFlight.get() == 100);
    organizationWithQuestions(1);
    drain();
    await().atMost(SOON).until(() -> inFlight.get() == 101);
    assertThat(
            organizations
                .getFirst()
                .look(
                    "select count(*) from turn where organization_id = ? and claimed_by is null and"
                        + " attempts = 0"))
        .as("questions that wait for a place, as if untouched")
        .isEqualTo("20");
  }

  @Test
  void whoWaitsTooLongForAPlaceGetsAPerson() throws SQLException {
    var crowded = organizationWithQuestions(101);
    drain();
    await().atMost(SOON).until(() -> inFlight.get() == 100);
    crowded.prepare(
        "update turn set due_at = now() - interval '2 minutes' where claimed_by is null and"
            + " organization_id = ?",
        crowded.organization);
    drain();
    assertThat(
            crowded.look(
                "select body from message where author = 'SYSTEM' and organization_id = ?"))
        .isEqualTo("system.handed_over.model_busy");
  }

  @Test
  void aModelThatIsDownIsAskedThreeTimesAndThenAPersonIsCalled() throws SQLException {
    down = true;
    var organization = organizationWithQuestions(1);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(handler(organization)).isEqualTo("BOT");
      drain();
      var asked = attempt;
      await().atMost(SOON).until(() -> inFlight.get() == asked && settled(organization));
      organization.prepare(
          "update turn set due_at = now() where organization_id = ?", organization.organization);
    }
    await().atMost(SOON).until(() -> handler(organization).equals("WAITING_HUMAN"));
    assertThat(
            organization.look(
                "select waiting_since is not null from conversation where organization_id = ?"))
        .isEqualTo("t");
    assertThat(
            organization.look(
                "select body from message where author = 'SYSTEM' and organization_id = ?"))
        .isEqualTo("system.handed_over.model_unavailable");
    assertThat(inFlight.get()).as("calls").isEqualTo(3);
  }

  @Test
  void twoBotsAreParted() throws SQLException {
    var organization = organizationWithQuestions(1);
    organization.prepare(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
        select organization_id, id * 1000 + n, id, case n % 2 when 0 then 'OUT' else 'IN' end,
          case n % 2 when 0 then 'BOT' else 'CLIENT' end, 'CRM', 'SENT', 'TEXT', 'answer ' || n, now() - interval '90 seconds' + n * interval '4 seconds'
        from conversation, generate_series(1, 20) n where organization_id = ?\
        """,
        organization.organization);
    organization.prepare(
        "update conversation set handler_since = now() - interval '1 hour' where organization_id ="
            + " ?",
        organization.organization);
    drain();
    assertThat(handler(organization)).isEqualTo("WAITING_HUMAN");
    assertThat(
            organization.look(
                "select body from message where author = 'SYSTEM' and organization_id = ?"))
        .isEqualTo("system.handed_over.loop");
    assertThat(inFlight.get()).as("calls of the model").isZero();
  }

  private Completion complete(String prompt, List<LanguageModel.Line> dialogue, String model)
      throws LanguageModelUnavailable {
    inFlight.incrementAndGet();
    if (down) {
      throw new LanguageModelUnavailable("down", null);
    }
    try {
      answers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LanguageModelUnavailable("stopping", e);
    }
    return new Completion("an answer", "small", 812, 40);
  }

  /** People who have each asked something, with an agent that answers. */
  private Pipeline organizationWithQuestions(int people) throws SQLException {
    var id = UUID.randomUUID();
    var organization = Pipeline.ofNewOrganization(0, id, (short) Lane.of(new OrganizationId(id)));
    organization.prepare(
        "insert into ai_agent (organization_id, id, type, name, prompt) values (?, 1,"
            + " 'COMMUNICATION', 'Bot', 'Be kind')",
        id);
    for (int i = 0; i < people; i++) {
      organization.apply(
          Incoming.from("7702%07d@s.whatsapp.net".formatted(i), "M-" + i, "question " + i));
    }
    organizations.add(organization);
    return organization;
  }

  /** Every lane once, and again those that a full claim has woken: organizations may share one. */
  private void drain() throws SQLException {
    woken.clear();
    for (int lane = 0; lane < Lane.COUNT; lane++) {
      rig.get(Turns.class).drain(lane);
    }
    for (var lane = woken.poll(); lane != null; lane = woken.poll()) {
      rig.get(Turns.class).drain(lane);
    }
  }

  private int answered() throws SQLException {
    var answered = 0;
    for (var organization : organizations) {
      answered +=
          Integer.parseInt(
              organization.look(
                  "select count(*) from message where author = 'BOT' and body = 'an answer' and"
                      + " organization_id = ?"));
    }
    return answered;
  }

  private static String handler(Pipeline organization) throws SQLException {
    return organization.look("select handler from conversation where organization_id = ?");
  }

  private static boolean settled(Pipeline organization) throws SQLException {
    return organization
        .look("select count(*) from turn where organization_id = ? and claimed_by is not null")
        .equals("0");
  }
}
