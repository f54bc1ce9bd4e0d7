package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.conversation.Conversation;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.ReplyUnsendable;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.TranscriptLine.Asked;
import org.tulpar.conversation.TranscriptLine.Said;
import org.tulpar.tenant.OrganizationId;

/** A question with answers, from the person who asks to what the gateway is given. */
class QuestionsTest {

  private static final String JID = "77015550101@s.whatsapp.net";
  private static final Question QUESTION =
      new Question("Когда вам удобно?", List.of("Утром", "Вечером"), "Выбрать");

  private final Entities entities = new Entities(Conversation.class);
  private final Rig rig = new Rig().with(EntityManager.class, entities.shared());
  private Pipeline pipeline;
  private long person;
  private long conversation;

  @BeforeEach
  void aClientHasWritten() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    person = pipeline.person();
    pipeline.apply(Incoming.from(JID, "M-1", "hello"));
    conversation = Long.parseLong(pipeline.look("select id from conversation where " + OURS));
  }

  @AfterEach
  void close() {
    rig.close();
    entities.close();
  }

  private static final String OURS = "organization_id = ?";

  @Test
  void itIsQueuedOncePerKeyAndStandsInTheThreadWithItsAnswers() throws SQLException {
    var key = UUID.randomUUID();
    var id = ask(key);
    assertThat(ask(key)).isEqualTo(id);
    assertThat(message("count(*)")).isEqualTo("1");
    assertThat(pipeline.look("select count(*) from outbox_message where " + OURS)).isEqualTo("1");
    assertThat(message("body")).isEqualTo("Когда вам удобно?\n\n1. Утром\n2. Вечером");
    assertThat(said().beside().asked())
        .isEqualTo(new Asked("Когда вам удобно?", List.of("Утром", "Вечером")));
  }

  /** What is numbered can be edited on the phone: then its words say all. */
  @Test
  void editedElsewhereItIsItsWords() throws SQLException {
    ask(UUID.randomUUID());
    pipeline.prepare(
        "update message set body = 'Иначе', edited_at = now() where kind = 'QUESTION' and " + OURS,
        pipeline.organization);
    assertThat(said().beside().asked()).isNull();
    assertThat(said().text()).isEqualTo("Иначе");
  }

  @Test
  void afterADayTheCloudTakesNone() throws SQLException {
    pipeline.prepare(
        "update channel set type = 'WHATSAPP_CLOUD' where " + OURS, pipeline.organization);
    pipeline.prepare(
        "update conversation set last_client_at = now() - interval '25 hours' where " + OURS,
        pipeline.organization);
    assertThatThrownBy(() -> ask(UUID.randomUUID()))
        .isInstanceOfSatisfying(
            ReplyUnsendable.class, e -> assertThat(e.code()).isEqualTo("refused.window_closed"));
    assertThat(message("count(*)")).isEqualTo("0");
  }

  @Test
  void givenUpItIsSentAgainAsTheSameQuestion() throws SQLException {
    var id = ask(UUID.randomUUID());
    var content = message("content");
    pipeline.prepare("update outbox_message set lane = ? where " + OURS, lane(), organization());
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "FAILED", null, null);
    assertThat(message("status")).isEqualTo("FAILED");
    assertThat(pipeline.outbox.decide(id, "RESEND", person)).isTrue();
    assertThat(message("status || ' ' || kind")).isEqualTo("QUEUED QUESTION");
    assertThat(message("content")).isEqualTo(content).contains("Вечером");
    assertThat(pipeline.outbox.claim()).hasSize(1);
  }

  /** Evolution tells it back before it has answered, as the text that it is there. */
  @Test
  void itsEchoIsItself() throws SQLException {
    var id = ask(UUID.randomUUID());
    pipeline.prepare("update outbox_message set lane = ? where " + OURS, lane(), organization());
    assertThat(pipeline.outbox.claim()).hasSize(1);
    assertThat(pipeline.echo(JID, "E-1", QUESTION.text())).containsExactly(id);
    assertThat(message("external_id")).isEqualTo("E-1");
  }

  private short lane() {
    return pipeline.lane;
  }

  private UUID organization() {
    return pipeline.organization;
  }

  private long ask(UUID key) {
    var queued = new ArrayList<Long>();
    within(() -> queued.add(rig.get(ManagerReply.class).ask(conversation, person, QUESTION, key)));
    return queued.getFirst();
  }

  private Said said() {
    var lines = new ArrayList<Said>();
    within(
        () ->
            rig.get(Transcript.class).page(conversation, null).lines().stream()
                .filter(Said.class::isInstance)
                .map(Said.class::cast)
                .forEach(lines::add));
    return lines.getLast();
  }

  private void within(Runnable work) {
    entities.commit(new OrganizationId(pipeline.organization), work);
  }

  private String message(String what) throws SQLException {
    return pipeline.look(
        "select " + what + " from message where " + OURS + " and direction = 'OUT'");
  }
}
