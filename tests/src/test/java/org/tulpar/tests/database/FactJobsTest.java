package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.agent.Completion;
import org.tulpar.agent.LanguageModel;
import org.tulpar.agent.LanguageModelUnavailable;
import org.tulpar.dialogue.fact.FactDesk;
import org.tulpar.dialogue.fact.FactJob;
import org.tulpar.tenant.TenantSql;

/** When a conversation is read for facts: from the webhook to the rows. */
class FactJobsTest {

  private static final String FOUND =
      "{\"facts\": [{\"message\": 1, \"kind\": \"PARTY\", \"quote\": \"2 adults\", \"text\": \"2 adults\"}], \"over\": []}";

  private Pipeline pipeline;
  private Resolver resolver;
  private Rig rig;
  private String answer = FOUND;
  private int asked;
  private boolean down;
  private boolean broken;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    resolver = new Resolver(pipeline);
    pipeline.prepare(
        "update fact_job set due_at = 'infinity' where organization_id <> ?",
        pipeline.organization);
    rig =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
            .with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 2)))
            .with(LanguageModel.class, this::complete);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Completion complete(String prompt, List<LanguageModel.Line> dialogue, String model)
      throws LanguageModelUnavailable {
    asked++;
    if (broken) {
      throw new IllegalStateException("broken");
    }
    if (down) {
      throw new LanguageModelUnavailable("down", null);
    }
    return new Completion(answer, "small", null, null);
  }

  @Test
  void whatAClientWritesIsReadOnceSheIsSilent() throws Exception {
    wanted();
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1), Wire.text("M-2", "when?", 2));
    assertThat(claimed()).as("she may go on").isEmpty();
    assertThat(
            jobs("due_at between now() + interval '15 seconds' and now() + interval '20 seconds'"))
        .isEqualTo("1");
    work();
    assertThat(facts()).isEqualTo("PARTY 2 adults");
    assertThat(jobs("true")).isEqualTo("0");
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void nothingIsReadWhereItIsNotWanted() throws Exception {
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1));
    assertThat(jobs("true")).isEqualTo("0");
    wanted();
    pipeline.prepare(
        "update ai_agent set active = false where organization_id = ?", pipeline.organization);
    resolver.arrive(Wire.text("M-2", "and 3 children", 2));
    assertThat(jobs("true")).isEqualTo("0");
  }

  @Test
  void whoeverWritesOnAndOnIsReadAfterTwoMinutes() throws Exception {
    wanted();
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1));
    pipeline.prepare(
        "update fact_job set first_at = now() - interval '119 seconds', due_at = now() where organization_id = ?",
        pipeline.organization);
    resolver.arrive(Wire.text("M-2", "and", 2));
    assertThat(jobs("due_at <= now() + interval '1 second'")).isEqualTo("1");
  }

  @Test
  void whatSheSaysWhileTheModelReadsIsReadToo() throws Exception {
    wanted();
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1));
    due();
    var reading = claimed().getFirst();
    resolver.arrive(Wire.text("M-2", "on 12 July", 2));
    assertThat(claimed()).as("while it is read").isEmpty();
    rig.get(FactDesk.class).work(reading);
    assertThat(jobs("due_at <= now() + interval '20 seconds' and attempts = 0")).isEqualTo("1");
    work();
    assertThat(asked).isEqualTo(2);
    assertThat(jobs("true")).isEqualTo("0");
  }

  @Test
  void aModelThatIsAwayIsAskedUntilItIsBack() throws Exception {
    wanted();
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1));
    down = true;
    for (int i = 1; i <= 8; i++) {
      work();
      assertThat(jobs("due_at > now() + interval '1 minute'")).isEqualTo("1");
    }
    resolver.arrive(Wire.text("M-2", "are you there?", 2));
    assertThat(jobs("due_at > now() + interval '1 minute'")).as("it is not back").isEqualTo("1");
    down = false;
    work();
    assertThat(facts()).isEqualTo("PARTY 2 adults");
  }

  @Test
  void aModelThatStaysAwayIsAskedForADay() throws Exception {
    wanted();
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1));
    down = true;
    for (var since : new String[] {"1 hour", "4 hours"}) {
      pipeline.prepare(
          "update fact_job set first_at = now() - interval '%s' where organization_id = ?"
              .formatted(since),
          pipeline.organization);
      work();
      assertThat(
              jobs(
                  "due_at between now() + interval '14 minutes' and now() + interval '30 minutes'"))
          .as(since)
          .isEqualTo("1");
    }
    pipeline.prepare(
        "update fact_job set first_at = now() - interval '25 hours' where organization_id = ?",
        pipeline.organization);
    work();
    assertThat(jobs("true")).isEqualTo("0");
  }

  @Test
  void whatNobodyCanReadIsAskedForAFewTimes() throws Exception {
    wanted();
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1));
    answer = "{\"error\": \"none\"}";
    for (int i = 1; i <= 6; i++) {
      work();
    }
    assertThat(asked).isEqualTo(5);
    assertThat(jobs("true")).isEqualTo("0");
  }

  @Test
  void aReadingThatBreaksOffEachTimeIsGivenUp() throws Exception {
    wanted();
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1));
    broken = true;
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(this::work).hasMessage("broken");
    }
    work();
    assertThat(asked).isEqualTo(5);
    assertThat(jobs("true")).isEqualTo("0");
  }

  @Test
  void ofAnEditedOrDeletedMessageNothingIsKept() throws Exception {
    wanted();
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1));
    work();
    resolver.arrive(Wire.edit("M-1", "We are many", 2));
    assertThat(facts()).isNull();
    assertThat(jobs("true")).as("it is read anew").isEqualTo("1");
    work();
    assertThat(facts()).as("the words are not there any more").isNull();
  }

  @Test
  void aGroupIsNotRead() throws Exception {
    wanted();
    resolver.arrive(Wire.text("M-1", "We are 2 adults", 1));
    work();
    pipeline.prepare(
        "update conversation set kind = 'GROUP' where organization_id = ?", pipeline.organization);
    resolver.arrive(Wire.edit("M-1", "We are 3 adults", 2));
    assertThat(jobs("true")).isEqualTo("0");
  }

  @Test
  void oneOrganizationTakesNotAllHands() throws Exception {
    wanted();
    for (int i = 1; i < 4; i++) {
      pipeline.prepare(
          "insert into client (organization_id, id) values (?, %d)".formatted(i),
          pipeline.organization);
      pipeline.prepare(
          "insert into conversation (organization_id, id, client_id, channel_id, address) select organization_id, %1$d, %1$d, id, 'a' from channel where organization_id = ?"
              .formatted(i),
          pipeline.organization);
      pipeline.prepare(
          "insert into fact_job (organization_id, conversation_id, due_at) values (?, %d, now())"
              .formatted(i),
          pipeline.organization);
    }
    assertThat(claimed()).hasSize(2);
    assertThat(claimed()).hasSize(1);
    assertThat(claimed()).as("all are in hands").isEmpty();
  }

  private List<FactJob> claimed() throws SQLException {
    return rig.get(FactDesk.class).claim(16, 2);
  }

  private void due() throws SQLException {
    pipeline.prepare(
        "update fact_job set due_at = now() where organization_id = ?", pipeline.organization);
  }

  private void work() throws SQLException {
    due();
    for (var job : claimed()) {
      rig.get(FactDesk.class).work(job);
    }
  }

  private void wanted() throws SQLException {
    pipeline.prepare(
        "insert into ai_agent (organization_id, id, type, name, prompt) values (?, 1, 'QUALIFICATION', 'Aida', '')",
        pipeline.organization);
  }

  private String jobs(String condition) throws SQLException {
    return pipeline.look(
        "select count(*) from fact_job where organization_id = ? and " + condition);
  }

  private String facts() throws SQLException {
    return pipeline.look(
        "select string_agg(kind || ' ' || text, '; ') from extracted_fact where organization_id = ?");
  }
}
