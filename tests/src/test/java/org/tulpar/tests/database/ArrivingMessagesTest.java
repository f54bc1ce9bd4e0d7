package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From the ledger to clients, conversations and messages: once each, whatever comes twice or at
 * once.
 */
class ArrivingMessagesTest {

  private static final String JID = "77010000001@s.whatsapp.net";

  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
  }

  @Test
  void aDeliveryThatComesAgainIsOneEvent() throws Exception {
    atOnce(
        50,
        number -> {
          pipeline.ingest("EVENT");
          return null;
        });
    assertThat(count("inbound_event")).isEqualTo(1);
  }

  @Test
  void tenFirstMessagesAtOnceMakeOneClientAndOneConversation() throws Exception {
    atOnce(
        10,
        number -> {
          pipeline.ingest("EVENT-" + number);
          pipeline.resolve(Incoming.from(JID, "M-" + number, "message " + number));
          return null;
        });
    assertThat(count("client")).isEqualTo(1);
    assertThat(count("client_identity")).isEqualTo(1);
    assertThat(count("conversation")).isEqualTo(1);
    assertThat(count("message")).isEqualTo(10);
    assertThat(count("turn")).isEqualTo(1);
    assertThat(conversation("unread")).isEqualTo("10");
    assertThat(
            pipeline.look(
                "select count(*) from inbound_event where organization_id = ? and status = 'WAITING'"))
        .isEqualTo("0");
  }

  @Test
  void aPersonKnownByLidAndByNumberIsOneClient() throws SQLException {
    var lid = "LID:1234@lid";
    pipeline.apply(new Incoming("M-1", "CLIENT", "TEXT", "first", lid));
    pipeline.apply(new Incoming("M-2", "CLIENT", "TEXT", "second", lid, "JID:" + JID));
    pipeline.apply(Incoming.from(JID, "M-3", "third"));
    assertThat(count("client")).isEqualTo(1);
    assertThat(count("client_identity")).isEqualTo(2);
    assertThat(count("conversation")).isEqualTo(1);
    assertThat(count("message")).isEqualTo(3);
  }

  @Test
  void aMessageThatComesAgainIsStoredOnceAndCountedOnce() throws SQLException {
    assertThat(pipeline.apply(Incoming.from(JID, "M-1", "a"))).containsExactly(true);
    assertThat(
            pipeline.apply(
                Incoming.from(JID, "M-1", "a"),
                Incoming.from(JID, "M-2", "b"),
                Incoming.from(JID, "M-2", "b")))
        .containsExactlyInAnyOrder(false, true, false);
    assertThat(count("message")).isEqualTo(2);
    assertThat(conversation("unread")).isEqualTo("2");
  }

  @Test
  void aMessageTypedOnThePhoneTakesOver() throws SQLException {
    pipeline.apply(Incoming.from(JID, "M-1", "question"));
    pipeline.apply(Incoming.typedOnThePhone(JID, "M-2", "answer of a person"));
    assertThat(conversation("handler")).isEqualTo("HUMAN");
    assertThat(conversation("handler_epoch")).isEqualTo("1");
    assertThat(conversation("unread")).isEqualTo("0");
    assertThat(count("turn")).isZero();
    assertThat(
            pipeline.look(
                "select type from audit_event where organization_id = ? and conversation_id is not null"))
        .isEqualTo("conversation.taken_over");
  }

  @Test
  void whoeverWritesAgainAfterATakeoverWaitsForAPerson() throws SQLException {
    pipeline.apply(Incoming.typedOnThePhone(JID, "M-1", "hello from us"));
    pipeline.apply(Incoming.from(JID, "M-2", "hello"));
    assertThat(count("turn")).isZero();
    assertThat(conversation("waiting_since")).isNotNull();
  }

  @Test
  void aGroupIsStoredAndNeverAnswered() throws SQLException {
    pipeline.apply(new Incoming("M-1", "CLIENT", "TEXT", "to all", "JID:1203@g.us"));
    assertThat(count("message")).isEqualTo(1);
    assertThat(conversation("handler")).isEqualTo("HUMAN");
    assertThat(count("turn")).isZero();
  }

  @Test
  void organizationsDoNotShareClients() throws SQLException {
    var other = Pipeline.ofNewOrganization(0);
    pipeline.apply(Incoming.from(JID, "M-1", "a"));
    other.apply(Incoming.from(JID, "M-1", "a"));
    assertThat(count("client")).isEqualTo(1);
    assertThat(count("message")).isEqualTo(1);
    assertThat(other.look("select count(*) from message where organization_id = ?")).isEqualTo("1");
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from %s where organization_id = ?".formatted(table)));
  }

  private String conversation(String column) throws SQLException {
    return pipeline.look("select %s from conversation where organization_id = ?".formatted(column));
  }

  private interface Numbered {
    Void run(int number) throws Exception;
  }

  private static void atOnce(int times, Numbered work) throws Exception {
    try (var executor = Executors.newFixedThreadPool(times)) {
      var tasks = new ArrayList<Callable<Void>>();
      for (int i = 0; i < times; i++) {
        int number = i;
        tasks.add(() -> work.run(number));
      }
      for (var done : executor.invokeAll(tasks)) {
        done.get();
      }
    }
  }
}
