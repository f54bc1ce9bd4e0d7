package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person who was met under two names becomes one client, and nothing of either is lost. */
class OnePersonTest {

  private static final String JID = "JID:77015550101@s.whatsapp.net";
  private static final String LID = "LID:123456789012345@lid";

  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
  }

  @Test
  void twoClientsBecomeOneWithEverythingTheyHad() throws SQLException {
    metApart();
    var kept = pipeline.look("select min(id) from client where organization_id = ?");
    var other = pipeline.look("select max(id) from client where organization_id = ?");
    deals();
    known();
    assertThat(cards()).isEqualTo(kept);
    assertThat(
            pipeline.look(
                "select id || ' leads to ' || merged_into_id from client where organization_id = ? and merged_into_id is not null"))
        .isEqualTo(other + " leads to " + kept);
    assertThat(count("client_identity where client_id = " + kept + " and")).isEqualTo(2);
    assertThat(count("conversation")).isEqualTo(1);
    assertThat(count("conversation_note")).isEqualTo(2);
    assertThat(
            count(
                "deal where conversation_id = (select id from conversation v where v.organization_id = deal.organization_id) and"))
        .isEqualTo(2);
    assertThat(
            pipeline.look(
                "select string_agg(body, ',' order by occurred_at, id) from message where organization_id = ?"))
        .isEqualTo("by lid,by number,by both");
    assertThat(conversation("unread")).isEqualTo("3");
    assertThat(
            pipeline.look(
                "select origin || ' ' || survivor_id || ' ' || loser_id from client_merge where organization_id = ?"))
        .isEqualTo("MESSENGER " + kept + " " + other);
    assertThat(count("audit_event where type = 'conversation.merged' and")).isEqualTo(1);
  }

  @Test
  void aMergeThatAPersonUndoesIsMadeAgainByTheNextMessage() throws SQLException {
    metApart();
    known();
    assertThat(
            pipeline.look(
                "select undo_merge(organization_id, id, null) from client_merge where organization_id = ?"))
        .isEqualTo("t");
    assertThat(count("client where merged_into_id is null and")).isEqualTo(2);
    pipeline.apply(new Incoming("M-10", "CLIENT", "TEXT", "by both again", LID, JID));
    assertThat(count("client where merged_into_id is null and")).isEqualTo(1);
    assertThat(count("message")).isEqualTo(4);
  }

  @Test
  void aQuestionThatWaitsIsStillAsked() throws SQLException {
    metApart();
    known();
    assertThat(count("turn")).isEqualTo(1);
    var turn = pipeline.turns.claim(Pipeline.WORKER, "90 seconds");
    assertThat(turn).hasSize(1);
    assertThat(conversation("answered_up_to")).isEqualTo("0");
  }

  @Test
  void aPersonsWordOutweighsTheBots() throws SQLException {
    pipeline.apply(new Incoming("M-1", "CLIENT", "TEXT", "by lid", LID));
    pipeline.apply(new Incoming("M-2", "MANAGER", "TEXT", "I am here", JID));
    var epoch =
        Integer.parseInt(
            pipeline.look("select max(handler_epoch) from conversation where organization_id = ?"));
    known();
    assertThat(conversation("handler")).isEqualTo("HUMAN");
    assertThat(Integer.parseInt(conversation("handler_epoch"))).isGreaterThan(epoch);
    assertThat(count("turn")).isZero();
  }

  @Test
  void whatTheBotHadQueuedIsFencedOnlyWhenAPersonHasTheWord() throws SQLException {
    metApart();
    for (var turn : pipeline.turns.claim(Pipeline.WORKER, "90 seconds")) {
      pipeline.turns.finish(turn, Pipeline.WORKER, "REPLY", "answer");
    }
    known();
    assertThat(pipeline.outbox.claim())
        .extracting(Outbox.Claimed::verdict)
        .containsExactly("SEND", "SEND");
  }

  @Test
  void closedConversationsMoveAsTheyAre() throws SQLException {
    pipeline.apply(new Incoming("M-1", "CLIENT", "TEXT", "by number", JID));
    pipeline.prepare(
        "update conversation set status = 'CLOSED' where organization_id = ?",
        pipeline.organization);
    pipeline.apply(new Incoming("M-2", "CLIENT", "TEXT", "by lid", LID));
    known();
    assertThat(count("client where merged_into_id is null and")).isEqualTo(1);
    assertThat(count("conversation")).isEqualTo(2);
    assertThat(count("message")).isEqualTo(3);
  }

  @Test
  void threeNamesInOneBreath() throws SQLException {
    pipeline.apply(new Incoming("M-1", "CLIENT", "TEXT", "a", LID));
    pipeline.apply(new Incoming("M-2", "CLIENT", "TEXT", "b", JID));
    pipeline.apply(new Incoming("M-3", "CLIENT", "TEXT", "c", "PHONE:77015550101"));
    pipeline.apply(new Incoming("M-4", "CLIENT", "TEXT", "d", LID, JID, "PHONE:77015550101"));
    assertThat(count("client where merged_into_id is null and")).isEqualTo(1);
    assertThat(count("conversation")).isEqualTo(1);
    assertThat(count("message")).isEqualTo(4);
  }

  @Test
  void manyAtOnceEndAsOneClient() throws Exception {
    metApart();
    var lane = pipeline.lane;
    try (var executor = Executors.newFixedThreadPool(8)) {
      var tasks = new ArrayList<Callable<Void>>();
      for (int i = 0; i < 8; i++) {
        var id = "N-" + i;
        tasks.add(
            () -> {
              pipeline.ingest(id);
              pipeline.resolve(new Incoming(id, "CLIENT", "TEXT", id, LID, JID));
              return null;
            });
      }
      for (var done : executor.invokeAll(tasks)) {
        done.get();
      }
    }
    assertThat(pipeline.lane).isEqualTo(lane);
    assertThat(count("client where merged_into_id is null and")).isEqualTo(1);
    assertThat(count("conversation")).isEqualTo(1);
    assertThat(count("message")).isEqualTo(10);
    assertThat(count("client_merge")).isEqualTo(1);
  }

  /**
   * Of the card that leads on: who it was merged into, how, how it came, and what happened to it.
   */
  private static final List<String> STAYS_WITH_THE_CARD =
      List.of("client", "client_merge", "sheet_import_row", "audit_event");

  /** Made anew by a trigger. */
  private static final String FOLLOWS = "client_word";

  @Test
  void everyTableThatHangsOnAClientOrAConversationIsMoved() throws SQLException {
    var forgotten = new ArrayList<String>();
    try (var connection = Database.superuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select distinct c.conrelid::regclass::text, c.confrelid::regclass::text from pg_constraint c
                where c.contype = 'f' and c.confrelid in ('client'::regclass, 'conversation'::regclass)
                  and not exists (
                    select from pg_proc p
                    where p.proname = case c.confrelid when 'client'::regclass then 'merge_clients' else 'merge_conversations' end
                      and p.prosrc ~ ('(update|insert into) ' || c.conrelid::regclass || '\\y'))
                """)) {
      while (rows.next()) {
        var table = rows.getString(1);
        if (rows.getString(2).equals("conversation")
            || !STAYS_WITH_THE_CARD.contains(table) && !table.equals(FOLLOWS)) {
          forgotten.add(table);
        }
      }
    }
    assertThat(forgotten).isEqualTo(List.of());
  }

  @Test
  void whatIsKnownOfTheLoserIsFoundAtTheSurvivor() throws SQLException {
    metApart();
    known();
    assertThat(
            count(
                "client_word where client_id in (select id from client where merged_into_id is not null) and"))
        .isZero();
    assertThat(count("client_word where word = '77015550101' and")).isEqualTo(1);
  }

  private void metApart() throws SQLException {
    pipeline.apply(new Incoming("M-1", "CLIENT", "TEXT", "by lid", LID));
    pipeline.apply(new Incoming("M-2", "CLIENT", "TEXT", "by number", JID));
    assertThat(count("client")).isEqualTo(2);
  }

  /** A message that shows both names. */
  private void known() throws SQLException {
    pipeline.apply(new Incoming("M-9", "CLIENT", "TEXT", "by both", LID, JID));
  }

  /** A note and a deal for each of the two. */
  private void deals() throws SQLException {
    var organization = pipeline.organization;
    pipeline.prepare(
        "insert into users (organization_id, id, login, password_hash, name, role) values (?, 1, ?, '', 'Aigul', 'MANAGER')",
        organization,
        organization.toString());
    pipeline.prepare(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'Sales', 1)",
        organization);
    pipeline.prepare(
        "insert into stage (organization_id, id, pipeline_id, name, position) values (?, 1, 1, 'New', 1)",
        organization);
    pipeline.prepare(
        "insert into deal (organization_id, id, client_id, conversation_id, pipeline_id, stage_id, title)"
            + " select organization_id, id, client_id, id, 1, 1, 'Tour' from conversation where organization_id = ?",
        organization);
    pipeline.prepare(
        "insert into conversation_note (organization_id, id, conversation_id, user_id, body)"
            + " select organization_id, id, id, 1, 'note' from conversation where organization_id = ?",
        organization);
  }

  /** Those that lead nowhere else. */
  private String cards() throws SQLException {
    return pipeline.look(
        "select string_agg(id::text, ' ') from client where organization_id = ? and merged_into_id is null");
  }

  private int count(String table) throws SQLException {
    var where = table.endsWith(" and") ? table : table + " where";
    return Integer.parseInt(
        pipeline.look("select count(*) from %s organization_id = ?".formatted(where)));
  }

  private String conversation(String column) throws SQLException {
    return pipeline.look("select %s from conversation where organization_id = ?".formatted(column));
  }
}
