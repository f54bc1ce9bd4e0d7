package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Takeovers, typing, returns and sends at random from several connections. The database itself is
 * the witness: at the very end of each transaction that starts a send it looks once more, with
 * fresh eyes, whether a takeover has committed before.
 */
class FenceTest {

  private static final int INTERLEAVINGS = 20_000;

  /**
   * How often each kind of act must have had an effect: nothing is proved by what did not happen.
   */
  private static final int FLOOR = 1_000;

  private static final int HANDS = 6;
  private static final int CONVERSATIONS = 8;
  private static final int IDS_OF_A_HAND = 10_000_000;

  private Pipeline pipeline;
  private List<Long> conversations;

  /** What a hand may do. */
  private enum Act {
    TAKE_OVER(13),
    TYPE(8),
    RETURN(26),
    ANSWER(26),
    SEND(20),
    PHONE(7);

    private final int share;

    Act(int share) {
      this.share = share;
    }
  }

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    for (int i = 0; i < CONVERSATIONS; i++) {
      pipeline.apply(Incoming.from(jid(i), "M-" + i, "question"));
    }
    conversations = new ArrayList<>();
    for (int i = 0; i < CONVERSATIONS; i++) {
      conversations.add(
          Long.parseLong(
              pipeline.look(
                  "select id from conversation where organization_id = ? and address = '%s'"
                      .formatted(jid(i)))));
    }
    witness(
        """
        create table witness (what text)
        """,
        "grant insert on witness to public",
        """
        create function witness() returns trigger language plpgsql as $$
        declare v record;
        begin
          select c.handler, c.handler_epoch, c.typing_at into v from conversation c
            where c.organization_id = new.organization_id and c.id = new.conversation_id;
          if v.handler = 'HUMAN' or v.handler_epoch <> new.handler_epoch then
            insert into witness values ('a send started after a takeover');
          elsif v.typing_at > clock_timestamp() - interval '10 seconds' then
            insert into witness values ('a send started over a typing person');
          end if;
          return null;
        end $$
        """,
        """
        create constraint trigger witness after update on message deferrable initially deferred for each row
        when (new.status = 'SENDING' and old.status = 'QUEUED' and new.author = 'BOT') execute function witness()
        """);
  }

  @AfterEach
  void leave() throws SQLException {
    witness(
        "drop trigger witness on message",
        "drop function witness",
        "drop table witness",
        "drop function if exists claim_planted");
  }

  @Test
  void noSendStartsAfterATakeoverHasCommitted() throws Exception {
    var effects = interleaved("claim_outbox", INTERLEAVINGS);
    assertThat(witnessed()).isNull();
    assertThat(effects)
        .containsKeys(Act.values())
        .allSatisfy((act, n) -> assertThat(n).as(act.name()).isGreaterThan(FLOOR));
    assertThat(count("status = 'SENT'")).isGreaterThan(FLOOR);
    assertThat(count("failure_code = 'taken_over'")).isGreaterThan(100);
  }

  /** A witness that never says anything would be none. */
  @Test
  void aClaimThatDoesNotAskWhoMaySpeakIsSeen() throws Exception {
    plant("regexp_replace(%s, 'may_speak\\([^)]*\\)', 'true', 'g')");
    interleaved("claim_planted", 2_000);
    assertThat(witnessed()).contains("a send started after a takeover");
  }

  @Test
  void aClaimThatDoesNotMindWhoTypesIsSeen() throws Exception {
    plant("regexp_replace(%s, 'keeps_quiet\\([^)]*\\)', 'false', 'g')");
    interleaved("claim_planted", 2_000);
    assertThat(witnessed()).isEqualTo("a send started over a typing person");
  }

  /** It has asked; but nothing keeps the answer true until the commit. */
  @Test
  void aClaimThatLocksNoConversationIsSeen() throws Exception {
    plant("replace(%s, 'for share of v', '')");
    var person = new Hand(1);
    try (var people = Database.as("tulpar_app");
        var machine = Database.as("tulpar_pipeline")) {
      person.enter(people);
      person.enter(machine);
      assertThat(person.answer(machine, conversations.getFirst())).isEqualTo(1);
      machine.setAutoCommit(false);
      assertThat(person.claimed(machine, "claim_planted")).hasSize(1);
      assertThat(person.act(Act.TAKE_OVER, conversations.getFirst(), people, machine)).isEqualTo(1);
      machine.commit();
    }
    assertThat(witnessed()).isEqualTo("a send started after a takeover");
  }

  /** The real one holds the person up for that long. */
  @Test
  void theClaimItselfLetsNobodyTakeOverBeforeItHasCommitted() throws Exception {
    var person = new Hand(1);
    try (var people = Database.as("tulpar_app");
        var machine = Database.as("tulpar_pipeline");
        var impatient = people.createStatement()) {
      person.enter(people);
      person.enter(machine);
      assertThat(person.answer(machine, conversations.getFirst())).isEqualTo(1);
      machine.setAutoCommit(false);
      assertThat(person.claimed(machine, "claim_outbox")).hasSize(1);
      impatient.execute("set lock_timeout = '50ms'");
      assertThatThrownBy(() -> person.act(Act.TAKE_OVER, conversations.getFirst(), people, machine))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
      machine.commit();
    }
    assertThat(witnessed()).isNull();
  }

  /** Puts a claim beside the real one that differs from it by this alone. */
  private static void plant(String change) throws SQLException {
    var real = "pg_get_functiondef('claim_outbox'::regproc)";
    witness(
        """
        do $do$ declare planted text := %s; begin
          if planted = %s then raise exception 'nothing to take away'; end if;
          execute replace(planted, 'claim_outbox', 'claim_planted');
        end $do$
        """
            .formatted(change.formatted(real), real),
        "grant execute on function claim_planted to tulpar_pipeline");
  }

  /** Returns how often each act had an effect. */
  private Map<Act, Integer> interleaved(String claim, int times) throws Exception {
    var hands = new ArrayList<Callable<Map<Act, Integer>>>();
    for (int i = 0; i < HANDS; i++) {
      var seed = i;
      hands.add(() -> new Hand(seed, claim).work(times / HANDS + 1));
    }
    var effects = new EnumMap<Act, Integer>(Act.class);
    try (var threads = Executors.newFixedThreadPool(HANDS)) {
      for (var done : threads.invokeAll(hands)) {
        done.get().forEach((act, n) -> effects.merge(act, n, Integer::sum));
      }
    }
    return effects;
  }

  private String witnessed() throws SQLException {
    return pipeline.look(
        "select string_agg(distinct what, '; ' order by what) from witness where ?::uuid is not null");
  }

  /** One of many: a manager, a node that decides, a node that sends. */
  private final class Hand {

    private final int number;
    private final Random random;
    private final String claim;
    private int next;

    Hand(int number) {
      this(number, "claim_outbox");
    }

    /**
     * @param claim by which function it sends
     */
    Hand(int number, String claim) {
      this.number = number;
      this.random = new Random(number);
      this.claim = claim;
    }

    /** Returns how often each act had an effect. */
    Map<Act, Integer> work(int times) throws SQLException {
      var effects = new EnumMap<Act, Integer>(Act.class);
      try (var people = Database.as("tulpar_app");
          var machine = Database.as("tulpar_pipeline")) {
        enter(people);
        enter(machine);
        for (int i = 0; i < times; i++) {
          var act = choose();
          effects.merge(act, tried(act, people, machine), Integer::sum);
        }
      }
      return effects;
    }

    /** Whom the database chooses as the victim of a deadlock has done nothing, and comes again. */
    private int tried(Act act, Connection people, Connection machine) throws SQLException {
      try {
        return act(act, people, machine);
      } catch (SQLException e) {
        if (!"40P01".equals(e.getSQLState())) {
          throw e;
        }
        for (var connection : List.of(people, machine)) {
          if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        }
        return 0;
      }
    }

    private Act choose() {
      int at = random.nextInt(100);
      for (var act : Act.values()) {
        at -= act.share;
        if (at < 0) {
          return act;
        }
      }
      return Act.SEND;
    }

    private int act(Act act, Connection people, Connection machine) throws SQLException {
      return act(act, conversations.get(random.nextInt(CONVERSATIONS)), people, machine);
    }

    private int act(Act act, long conversation, Connection people, Connection machine)
        throws SQLException {
      return switch (act) {
        case TAKE_OVER ->
            locked(
                people,
                conversation,
                "handler = 'HUMAN', handler_epoch = handler_epoch + 1",
                "handler <> 'HUMAN'");
        case TYPE -> locked(people, conversation, "typing_at = now()", "true");
        case RETURN ->
            locked(
                people,
                conversation,
                "handler = 'BOT', handler_epoch = handler_epoch + 1, typing_at = null",
                "handler <> 'BOT' or typing_at is not null");
        case ANSWER -> answer(machine, conversation);
        case SEND -> send(machine);
        case PHONE -> phone(machine, conversation);
      };
    }

    /** As a person's click does it: lock, look, change, commit. */
    private int locked(Connection connection, long conversation, String change, String when)
        throws SQLException {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(
            "select from conversation where id = %d for update".formatted(conversation));
        int changed =
            statement.executeUpdate(
                "update conversation set %s where id = %d and (%s)"
                    .formatted(change, conversation, when));
        connection.commit();
        return changed;
      } finally {
        connection.setAutoCommit(true);
      }
    }

    /** As the end of a turn does it: while the bot has the word, under its epoch. */
    private int answer(Connection connection, long conversation) throws SQLException {
      var id = (long) (number + 1) * IDS_OF_A_HAND + 5_000_000_000L + next++;
      var sql =
          """
          with v as (select * from conversation where id = %1$d and handler = 'BOT' for no key update),
          m as (insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, handler_epoch, occurred_at)
            select v.organization_id, %2$d, v.id, 'OUT', 'BOT', 'CRM', 'QUEUED', 'TEXT', 'words', v.handler_epoch, now() from v
            returning organization_id, id, conversation_id)
          insert into outbox_message (organization_id, message_id, conversation_id, channel_id, lane)
            select m.organization_id, m.id, m.conversation_id, '%3$s', %4$d from m
          """;
      try (var statement = connection.createStatement()) {
        return statement.executeUpdate(
            sql.formatted(conversation, id, pipeline.channel, pipeline.lane));
      }
    }

    private int send(Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        var sent = claimed(connection, claim);
        connection.commit();
        for (var mark : sent) {
          statement.execute(mark);
        }
        connection.commit();
        // What is held back while a person types would wait for seconds.
        statement.execute(
            "update outbox_message set due_at = now() where due_at > now() and organization_id = '%s'"
                .formatted(pipeline.organization));
        connection.commit();
        return sent.size();
      } finally {
        connection.setAutoCommit(true);
        enter(connection);
      }
    }

    /** Returns the statements that tell of what was claimed that it was sent. */
    private List<String> claimed(Connection connection, String function) throws SQLException {
      var worker = "hand/" + number;
      var sent = new ArrayList<String>();
      try (var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "select message_id, claimed_at from %s('{%d}', 4, '%s') where verdict = 'SEND'"
                      .formatted(function, pipeline.lane, worker))) {
        while (rows.next()) {
          sent.add(
              "select mark_outbox('%1$s', '{%2$s}', '{%3$d}', '{\"%4$s\"}', '{SENT}', '{E-%3$d}', '{null}', '{null}', '{null}')"
                  .formatted(worker, pipeline.organization, rows.getLong(1), rows.getString(2)));
        }
      }
      return sent;
    }

    private int phone(Connection connection, long conversation) throws SQLException {
      var id = "P-" + number + "-" + next++;
      var typed =
          Incoming.typedOnThePhone(jid(conversations.indexOf(conversation)), id, "I am here");
      try {
        connection.setAutoCommit(false);
        var stored = pipeline.apply(connection, typed);
        connection.commit();
        return stored.getFirst() ? 1 : 0;
      } finally {
        connection.setAutoCommit(true);
        enter(connection);
      }
    }

    private void enter(Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(
            "select set_config('app.organization_id', '%s', false)"
                .formatted(pipeline.organization));
      }
    }
  }

  private static String jid(int person) {
    return "7701000020%d@s.whatsapp.net".formatted(person);
  }

  private static void witness(String... statements) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private int count(String condition) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from message where organization_id = ? and " + condition));
  }
}
