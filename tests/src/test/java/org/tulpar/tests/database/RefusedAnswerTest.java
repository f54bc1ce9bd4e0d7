package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.agent.Completion;
import org.tulpar.agent.LanguageModel;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.turn.Turns;
import org.tulpar.tenant.OrganizationId;

/** An answer of the bot that the database refuses, among answers of other organizations. */
class RefusedAnswerTest {

  private static final int LONGEST = 65_536;

  private final Rig rig =
      new Rig()
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 3))
          .source("app", new Pool(Database.source("tulpar_app"), 1))
          .with(
              LanguageModel.class,
              (prompt, dialogue, model) -> new Completion("before \0 behind", "small", null, null))
          .with(TurnQueue.class, lane -> {})
          .with(OutboundQueue.class, lane -> {});
  private Pipeline troubled;
  private Pipeline other;

  @BeforeEach
  void prepare() throws SQLException {
    troubled = organization();
    other = organization();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void itHoldsUpNobody() throws SQLException {
    rule(troubled, "{text}");
    rule(other, "{text}");
    ask(troubled, "M-1", "question");
    ask(other, "M-1", "question");
    troubled.prepare(
        "update conversation set version = 2147483647 where organization_id = ?",
        troubled.organization);
    drain();
    assertThat(answer(other)).isEqualTo("question");
    assertThat(answer(troubled)).isNull();
    assertThat(troubled.look("select count(*) from turn where organization_id = ?"))
        .as("it is tried again")
        .isEqualTo("1");
  }

  @Test
  void aRuleSaysNoMoreThanAMessageHolds() throws SQLException {
    rule(troubled, "{text} ".repeat(8));
    for (int i = 0; i < 8; i++) {
      ask(troubled, "M-" + i, words(i));
    }
    drain();
    assertThat(answer(troubled)).hasSize(LONGEST);
  }

  @Test
  void whoseAnswerCannotBeKeptGetsAPerson() throws SQLException {
    troubled.prepare(
        "insert into ai_agent (organization_id, id, type, name, prompt) values (?, 1, 'COMMUNICATION', 'Bot', 'Be kind')",
        troubled.organization);
    ask(troubled, "M-1", "question");
    drain();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                "system.handed_over.unstorable"
                    .equals(
                        troubled.look(
                            "select body from message where author = 'SYSTEM' and organization_id = ?")));
    assertThat(answer(troubled)).isNull();
  }

  private void drain() throws SQLException {
    rig.get(Turns.class).drain(troubled.lane, other.lane);
  }

  private static Pipeline organization() throws SQLException {
    var id = UUID.randomUUID();
    return Pipeline.ofNewOrganization(0, id, (short) Lane.of(new OrganizationId(id)));
  }

  private static void rule(Pipeline of, String template) throws SQLException {
    of.prepare(
        "insert into reply_rule (organization_id, id, kind, position, template) values (?, 1, 'ECHO', 1, ?)",
        of.organization,
        template);
  }

  private static void ask(Pipeline of, String id, String words) throws SQLException {
    of.apply(Incoming.from("77010000001@s.whatsapp.net", id, words));
  }

  private static String answer(Pipeline of) throws SQLException {
    return of.look("select body from message where author = 'BOT' and organization_id = ?");
  }

  /** As long as a message may be, and no word twice. */
  private static String words(int message) {
    var words = new StringBuilder();
    for (int i = 0; words.length() < LONGEST - 10; i++) {
      words.append(Integer.toString(message * 1_000_000 + 1_000_000 + i, 36)).append(' ');
    }
    return words.toString();
  }
}
