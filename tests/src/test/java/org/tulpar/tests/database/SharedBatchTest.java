package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.database.Pipeline.Incoming;

/**
 * One batch of two organizations in which everything is called the same: the people, the messages
 * at the provider, and even the ids of the rows. Nothing of one comes to the other.
 */
class SharedBatchTest {

  private static final String JID = "77010000001@s.whatsapp.net";

  private final List<Pipeline> both = new ArrayList<>();
  private Pipeline stranger;
  private Connection connection;

  @BeforeEach
  void prepare() throws SQLException {
    var lane = (short) 30_500;
    var ids =
        Stream.of(UUID.randomUUID(), UUID.randomUUID()).sorted(SharedBatchTest::asTheDatabase);
    for (var id : ids.toList()) {
      both.add(Pipeline.ofNewOrganization(0, id, lane));
    }
    stranger = Pipeline.ofNewOrganization(0, (short) 30_501);
    stranger.apply(Incoming.from(JID, "M", "words of a stranger"));
    connection = Pipeline.connect();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void messagesOfTheSamePersonLandInTheirOwnOrganization() throws SQLException {
    arrive("M-1", 10, 20, 30, "CLIENT");
    arrive("M-2", 11, 21, 31, "CLIENT");
    for (var one : both) {
      assertThat(one.look("select string_agg(id::text, ',') from client where organization_id = ?"))
          .isEqualTo("10");
      assertThat(
              one.look(
                  "select string_agg(client_id || ' ' || id || ' ' || channel_id || ' ' || unread, ',') from conversation where organization_id = ?"))
          .isEqualTo("10 20 " + one.channel + " 2");
      assertThat(
              one.look(
                  "select string_agg(id || ' ' || conversation_id || ' ' || body, ',' order by id) from message where organization_id = ?"))
          .isEqualTo("30 20 " + words(one) + ",31 20 " + words(one));
      assertThat(
              one.look(
                  "select conversation_id || ' ' || revision from turn where organization_id = ?"))
          .isEqualTo("20 1");
    }
    assertThat(stranger.look("select count(*) from message where organization_id = ?"))
        .isEqualTo("1");
  }

  @Test
  void whatOneOrganizationHasAlreadyIsNewToTheOther() throws SQLException {
    var first = both.getFirst();
    first.apply(Incoming.from(JID, "M-1", "before"));
    var told = arrive("M-1", 10, 20, 30, "CLIENT");
    assertThat(told).containsExactly("false " + first.organization, "true " + second());
    assertThat(first.look("select string_agg(body, ',') from message where organization_id = ?"))
        .isEqualTo("before");
    assertThat(first.look("select unread from conversation where organization_id = ?"))
        .isEqualTo("1");
    assertThat(both.getLast().look("select body from message where organization_id = ?"))
        .isEqualTo(words(both.getLast()));
  }

  @Test
  void theSameMessageTwiceInABatchIsOne() throws SQLException {
    var one = both.getFirst();
    assertThat(one.apply(Incoming.from(JID, "M-1", "a"), Incoming.from(JID, "M-1", "a")))
        .containsExactlyInAnyOrder(true, false);
    assertThat(one.look("select unread from conversation where organization_id = ?"))
        .isEqualTo("1");
  }

  @Test
  void aTakeoverByPhoneIsOfOneOrganization() throws SQLException {
    arrive("M-1", 10, 20, 30, "CLIENT");
    arrive("M-2", 11, 21, 31, "MANAGER", "CLIENT");
    assertThat(
            both.getFirst()
                .look(
                    "select handler || handler_epoch from conversation where organization_id = ?"))
        .isEqualTo("HUMAN1");
    assertThat(
            both.getLast()
                .look(
                    "select handler || handler_epoch from conversation where organization_id = ?"))
        .isEqualTo("BOT0");
    assertThat(both.getFirst().look("select count(*) from turn where organization_id = ?"))
        .isEqualTo("0");
    assertThat(both.getLast().look("select count(*) from turn where organization_id = ?"))
        .isEqualTo("1");
    assertThat(
            ofEach(
                "select count(*) from audit_event where type = 'conversation.taken_over' and organization_id = ?"))
        .containsExactly("1", "0");
  }

  @Test
  void whoMeetsAgainInOneOrganizationTouchesNobodyInTheOther() throws SQLException {
    var first = both.getFirst();
    first.apply(Incoming.from(JID, "M-1", "by number"));
    first.apply(new Incoming("M-2", "CLIENT", "TEXT", "by LID", "LID:5@lid"));
    call(
        """
        apply_messages('{%1$s,%1$s,%2$s}', '{10,10,10}', '{EVOLUTION,EVOLUTION,EVOLUTION}', '{JID,LID,JID}', '{%5$s,5@lid,%5$s}', '{A,A,B}', '{null,null,null}',
          '{%1$s,%2$s}', '{1,2}', '{%3$s,%4$s}', '{1,1}', '{10,10}', '{20,20}', '{%5$s,%5$s}', '{DIRECT,DIRECT}', '{M-3,M-3}', '{CLIENT,CLIENT}', '{TEXT,TEXT}',
          '{again,new}', '{null,null}', '{A,B}', '{null,null}', '{now,now}', '{30,30}', '{false,false}')"""
            .formatted(first.organization, second(), first.channel, both.getLast().channel, JID));
    assertThat(
            first.look(
                "select count(*) from client where organization_id = ? and merged_into_id is null"))
        .isEqualTo("1");
    assertThat(
            first.look(
                "select count(distinct conversation_id) || ' ' || count(*) from message where organization_id = ?"))
        .isEqualTo("1 3");
    assertThat(
            both.getLast()
                .look("select string_agg(body, ',') from message where organization_id = ?"))
        .isEqualTo("new");
  }

  @Test
  void anAnswerGoesToItsOwnAndOnlyWhereTheBotMaySpeak() throws SQLException {
    arrive("M-1", 10, 20, 30, "CLIENT");
    call("claim_turns('{30500}', 100, 'w', '1 minute', '{}', '1 minute')");
    assertThat(call("turn_lines(%s, '{20,20}', 5)".formatted(organizations())))
        .as("lines of one and the other")
        .hasSize(2);
    both.getLast()
        .prepare(
            "update conversation set handler = 'HUMAN', handler_epoch = 1 where organization_id = ?",
            second());
    call(
        "finish_turns(%s, '{20,20}', '{0,0}', 'w', '{REPLY,REPLY}', '{to the first,to the second}', '{null,null}', '{30,30}', '{40,40}')"
            .formatted(organizations()));
    assertThat(
            ofEach(
                "select string_agg(body, ',') from message where direction = 'OUT' and organization_id = ?"))
        .containsExactly("to the first", null);
    assertThat(ofEach("select answered_up_to from conversation where organization_id = ?"))
        .containsExactly("30", "0");
    assertThat(ofEach("select count(*) from turn where organization_id = ?"))
        .as("both are decided about")
        .containsExactly("0", "0");
  }

  @Test
  void theFenceAndTheResultsOfSendsAreOfOneOrganization() throws SQLException {
    answered();
    both.getLast()
        .prepare(
            "update conversation set handler = 'HUMAN', handler_epoch = 1 where organization_id = ?",
            second());
    call("claim_outbox('{30500}', 100, 'w')");
    assertThat(ofEach("select status from message where id = 40 and organization_id = ?"))
        .containsExactly("SENDING", "FAILED");
    assertThat(ofEach("select claimed_by from outbox_message where organization_id = ?"))
        .containsExactly("w", null);
  }

  @Test
  void theSameNameAtTheProviderIsTwoMessages() throws SQLException {
    answered();
    call("claim_outbox('{30500}', 100, 'w')");
    call(
        "mark_outbox('w', %s, '{40,40}', '{now,now}', '{SENT,SENT}', '{E,E}', '{null,null}', '{null,null}', '{null,null}')"
            .formatted(organizations()));
    assertThat(
            ofEach(
                "select status || external_id from message where id = 40 and organization_id = ?"))
        .containsExactly("SENTE", "SENTE");
  }

  @Test
  void whatBecameOfASendIsOfOneOrganization() throws SQLException {
    answered();
    call("claim_outbox('{30500}', 100, 'w')");
    call(
        "mark_outbox('w', %s, '{40,40}', '{now,now}', '{SENT,BACK}', '{E,null}', '{null,null}', '{null,null}', '{null,0}')"
            .formatted(organizations()));
    assertThat(ofEach("select external_id from message where id = 40 and organization_id = ?"))
        .containsExactly("E", null);
    assertThat(ofEach("select count(*) from outbox_message where organization_id = ?"))
        .containsExactly("0", "1");
  }

  @Test
  void aReceiptIsOfOneOrganization() throws SQLException {
    answered("{40,41}");
    call("claim_outbox('{30500}', 100, 'w')");
    call(
        "mark_outbox('w', %s, '{40,41}', '{now,now}', '{SENT,SENT}', '{E,E}', '{null,null}', '{null,null}', '{null,null}')"
            .formatted(organizations()));
    var told =
        call(
            "apply_receipts('{%1$s,%1$s,%2$s,%2$s}', '{E,E,E,other}', '{DELIVERED,READ,DELIVERED,READ}', '{now,now,now,now}', '{null,null,null,null}', '{null,null,null,null}')"
                .formatted(both.getFirst().organization, second()));
    assertThat(told).as("three changes, and one that belongs to nothing").hasSize(4);
    assertThat(ofEach("select status from message where direction = 'OUT' and organization_id = ?"))
        .containsExactly("READ", "DELIVERED");
  }

  @Test
  void aBatchSeesItsOwnAndNobodyElse() throws SQLException {
    arrive("M-1", 10, 20, 30, "CLIENT");
    enter();
    assertThat(value("select count(*) || ' ' || count(distinct organization_id) from message"))
        .isEqualTo("2 2");
    try (var statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "update conversation set unread = 99 where organization_id = '%s'"
                      .formatted(stranger.organization)))
          .isZero();
    }
  }

  @Test
  void theListEndsWithItsTransaction() throws SQLException {
    arrive("M-1", 10, 20, 30, "CLIENT");
    assertThat(seen()).as("after the commit of a function").isEqualTo("0");
    enter();
    connection.rollback();
    assertThat(seen()).as("after a rollback").isEqualTo("0");
    enter();
    assertThatThrownBy(() -> value("select 1 / 0")).hasMessageContaining("division by zero");
    connection.rollback();
    assertThat(seen()).as("after a failure").isEqualTo("0");
    connection.rollback();
    connection.setAutoCommit(true);
    enter();
    assertThat(seen()).as("of a statement of its own").isEqualTo("0");
  }

  @Test
  void whoEntersAgainLeavesTheOthers() throws SQLException {
    arrive("M-1", 10, 20, 30, "CLIENT");
    enter();
    value("select enter('{%s}')".formatted(second()));
    assertThat(value("select string_agg(organization_id::text, ',') from message"))
        .isEqualTo(second().toString());
    value("select enter('{}')");
    assertThat(seen()).as("of an empty list").isEqualTo("0");
    value("select enter('{null}')");
    assertThat(seen()).as("of nobody").isEqualTo("0");
  }

  @Test
  void aRowOfOneThatNamesARowOfTheOtherIsRefused() throws SQLException {
    both.getLast().apply(Incoming.from(JID, "M-1", "words"));
    var theirs =
        both.getLast().look("select conversation_id from message where organization_id = ?");
    enter();
    assertThatThrownBy(
            () ->
                value(
                    """
                    insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, occurred_at)
                    values ('%s', 1, %s, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', now()) returning id"""
                        .formatted(both.getFirst().organization, theirs)))
        .hasMessageContaining("violates foreign key constraint");
  }

  @Test
  void aWorkerThatStallsLosesItsLanes() throws SQLException {
    assertThat(value("select current_setting('idle_in_transaction_session_timeout')"))
        .isEqualTo("30s");
  }

  private void enter() throws SQLException {
    value("select enter(%s)".formatted(organizations()));
  }

  private String seen() throws SQLException {
    return value("select count(*) from message");
  }

  private String value(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** A message of the same person to both, under the same names and ids. */
  private List<String> arrive(
      String name, int client, int conversation, int message, String... authors)
      throws SQLException {
    return call(
        """
        apply_messages(%1$s, '{%3$d,%3$d}', '{EVOLUTION,EVOLUTION}', '{JID,JID}', '{%6$s,%6$s}', '{Aigul,Aigul}', '{null,null}',
          %1$s, '{1,2}', %2$s, '{30500,30500}', '{%3$d,%3$d}', '{%4$d,%4$d}', '{%6$s,%6$s}', '{DIRECT,DIRECT}', '{%7$s,%7$s}', '{%8$s,%9$s}', '{TEXT,TEXT}',
          %10$s, '{null,null}', '{Aigul,Aigul}', '{null,null}', '{now,now}', '{%5$d,%5$d}', '{false,false}')"""
            .formatted(
                organizations(),
                list(both.stream().map(one -> one.channel.toString())),
                client,
                conversation,
                message,
                JID,
                name,
                authors[0],
                authors[authors.length - 1],
                list(both.stream().map(SharedBatchTest::words))));
  }

  private void answered() throws SQLException {
    answered("{40,40}");
  }

  /** The bot has answered both, in messages of these ids. */
  private void answered(String replies) throws SQLException {
    arrive("M-1", 10, 20, 30, "CLIENT");
    call("claim_turns('{30500}', 100, 'w', '1 minute', '{}', '1 minute')");
    call(
        "finish_turns(%s, '{20,20}', '{0,0}', 'w', '{REPLY,REPLY}', '{to the first,to the second}', '{null,null}', '{30,30}', '%s')"
            .formatted(organizations(), replies));
  }

  /** Returns, by row, whether it brought a message, and whose it is, if the function says so. */
  private List<String> call(String function) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + function)) {
      var names =
          IntStream.rangeClosed(1, rows.getMetaData().getColumnCount())
              .mapToObj(i -> name(rows, i))
              .collect(Collectors.toSet());
      while (rows.next()) {
        found.add(
            names.containsAll(List.of("message_id", "organization_id"))
                ? (rows.getObject("message_id") != null) + " " + rows.getString("organization_id")
                : rows.getString(1));
      }
    }
    connection.commit();
    return found;
  }

  private static String name(java.sql.ResultSet rows, int column) {
    try {
      return rows.getMetaData().getColumnName(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> ofEach(String sql) {
    return both.stream().map(one -> look(one, sql)).toList();
  }

  private static String look(Pipeline one, String sql) {
    try {
      return one.look(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private UUID second() {
    return both.getLast().organization;
  }

  private String organizations() {
    return list(both.stream().map(one -> one.organization.toString()));
  }

  private static String list(Stream<String> values) {
    return values.collect(Collectors.joining(",", "'{", "}'"));
  }

  private static String words(Pipeline one) {
    return "words to " + one.organization;
  }

  private static int asTheDatabase(UUID a, UUID b) {
    return a.toString().compareTo(b.toString());
  }
}
