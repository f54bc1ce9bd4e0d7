package org.tulpar.tests.server;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.tulpar.channel.Lane;

/** What went wrong at a channel, put there as it would lie after it had gone wrong by itself. */
public final class Planted {

  /** Of a person: the text, the customer's address and the channel's instance. */
  private static final String SAID =
      """
      with one as (
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, handler_epoch, occurred_at, failure_code)
          select v.organization_id, nextval('message_id'), v.id, 'OUT', 'MANAGER', 'CRM', '%s', 'TEXT', ?, v.handler_epoch, now(), '%s'
          from conversation v join channel c on c.organization_id = v.organization_id and c.id = v.channel_id
          where v.address = ? and c.instance = ?
          returning organization_id, id, conversation_id)
      """;

  private Planted() {}

  /** A message of a customer that could not be stored. Returns what the event is called. */
  public static String failedEvent(Demo.Channel channel, String number, String text) {
    var name = "planted " + UUID.randomUUID();
    in(
        channel,
        """
        insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, status, raw, reason, processed_at)
          select c.organization_id, c.id, ?, 'messages.upsert', ?::smallint, 'FAILED', ?, 'integer out of range', now()
          from channel c where c.instance = ?""",
        name,
        (int) Lane.of(Written.organization(channel)),
        Wire.message(number, text),
        channel.instance());
    return name;
  }

  /** So many events whose time has not come. */
  public static void waitingEvents(Demo.Channel channel, int count) {
    Written.at(
        channel,
        """
        insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, raw, due_at)
          select c.organization_id, c.id, 'planted-' || n, 'contacts.update', ?::smallint, '{}', now() + interval '1 day'
          from channel c cross join generate_series(1, ?) n where c.instance = ?""",
        (int) Lane.of(Written.organization(channel)),
        count,
        channel.instance());
  }

  /** A company of this name, and an order of somebody with a note that says so. */
  public static void sale(Demo.Channel channel, String name) {
    Written.at(
        channel,
        "insert into company (organization_id, id, name) select organization_id,"
            + " nextval('entity_id'), ? from channel where instance = ?",
        name,
        channel.instance());
    Written.at(
        channel,
        "insert into orders (organization_id, id, number, client_id, note) select organization_id,"
            + " nextval('entity_id'), 77060301, min(id), ? from client group by organization_id",
        name);
  }

  /** A person's words to a customer who has written before; they were given up. */
  public static void deadLetter(Demo.Channel channel, String number, String text) {
    in(
        channel,
        SAID.formatted("FAILED", "gave_up")
            + """
        insert into dead_letter (organization_id, message_id, conversation_id, channel_id, attempts, code)
          select o.organization_id, o.id, o.conversation_id, c.id, 12, 'gave_up'
          from one o join channel c on c.organization_id = o.organization_id and c.instance = ?""",
        text,
        number + "@s.whatsapp.net",
        channel.instance(),
        channel.instance());
  }

  /** A person's words to a customer who has written before; nobody knows what became of them. */
  public static void unknownFate(Demo.Channel channel, String number, String text) {
    in(
        channel,
        SAID.formatted("UNKNOWN", "history_ambiguous")
            + """
        insert into outbox_message (organization_id, message_id, conversation_id, channel_id, lane, priority, attempts, claimed_by, claimed_at, unknown_since)
          select o.organization_id, o.id, o.conversation_id, c.id, ?::smallint, 1, 1, 'planted', now(), now() - interval '5 minutes'
          from one o join channel c on c.organization_id = o.organization_id and c.instance = ?""",
        text,
        number + "@s.whatsapp.net",
        channel.instance(),
        (int) Lane.of(Written.organization(channel)),
        channel.instance());
  }

  /** So many lines of a customer who has written before, a day ago. */
  public static void lines(Demo.Channel channel, String number, String words, int count) {
    Written.at(
        channel,
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
          select v.organization_id, nextval('message_id'), v.id, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', ? || ' ' || n || '.',
            now() - interval '1 day' + make_interval(secs => n)
          from conversation v join channel c on c.organization_id = v.organization_id and c.id = v.channel_id
            cross join generate_series(1, ?) n
          where v.address = ? and c.instance = ?""",
        words,
        count,
        number + "@s.whatsapp.net",
        channel.instance());
  }

  /** A person has the word with a customer who has written before: the bot says nothing more. */
  public static void silence(Demo.Channel channel, String number) {
    in(
        channel,
        """
        update conversation v set handler = 'HUMAN', handler_epoch = handler_epoch + 1, human_at = now()
        from channel c where c.organization_id = v.organization_id and c.id = v.channel_id and v.address = ? and c.instance = ?""",
        number + "@s.whatsapp.net",
        channel.instance());
  }

  /**
   * So many deals with a customer who has written before, in the first stage of the first board.
   *
   * @param apart how far their places are from each other
   */
  public static void deals(
      Demo.Channel channel, String number, String title, int count, long apart) {
    Written.at(
        channel,
        """
        insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title, board_position)
          select s.organization_id, nextval('entity_id'), v.client_id, s.pipeline_id, s.id, ?, n * ?
          from (select s.* from stage s join pipeline p on p.organization_id = s.organization_id and p.id = s.pipeline_id
                order by p.position, p.id, s.position, s.id limit 1) s
            join channel c on c.organization_id = s.organization_id and c.instance = ?
            join conversation v on v.organization_id = c.organization_id and v.channel_id = c.id and v.address = ?
            cross join generate_series(1, ?) n""",
        title,
        apart,
        channel.instance(),
        number + "@s.whatsapp.net",
        count);
  }

  /** The last words of whoever writes from an address were said so long ago. */
  public static void silentFor(Demo.Channel channel, String address, Duration time) {
    in(
        channel,
        """
        update conversation v set last_client_at = now() - make_interval(secs => ?)
        from channel c
        where c.organization_id = v.organization_id and c.id = v.channel_id and v.address = ? and c.instance = ?""",
        (double) time.toSeconds(),
        address,
        channel.instance());
  }

  /** The time of a planned message has come. */
  public static void due(Demo.Channel channel, String text) {
    in(
        channel,
        """
        with f as (update follow_up set due_at = now() where body = ? and status = 'PLANNED' returning organization_id, id)
        update follow_up_due d set due_at = now() from f where d.organization_id = f.organization_id and d.follow_up_id = f.id""",
        text);
  }

  /** Whoever writes from the number has been silent for long enough to be read for facts. */
  public static void silentLongEnough(Demo.Channel channel, String number) {
    await()
        .until(
            () ->
                Written.at(
                        channel,
                        """
                        update fact_job j set due_at = now() from conversation c
                        where c.organization_id = j.organization_id and c.id = j.conversation_id and c.address like ? || '%'""",
                        number)
                    == 1);
  }

  /** What is known from the words of whoever writes from the number. */
  public static int factsOf(String number) {
    return Stored.count(
        "select count(*) from extracted_fact f join conversation c"
            + " on c.organization_id = f.organization_id and c.id = f.conversation_id where c.address like ? || '%'",
        number);
  }

  /** For how many seconds the organization's bot waits for more words of a client. */
  public static void waits(Demo.Channel channel, int seconds) {
    in(
        channel,
        "update organization set glue_seconds = ? where organization_id = ?",
        seconds,
        Written.organization(channel).value());
  }

  /** How many conversations of her organization are closed. */
  public static int closedBeside(Demo.Account person) {
    return Stored.count(
        "select count(*) from conversation c join users u using (organization_id)"
            + " where u.login = ? and c.status = 'CLOSED'",
        person.login());
  }

  /** How many messages of a customer are stored. */
  public static int messagesFrom(String number) {
    return Stored.messagesFrom(number);
  }

  /** How far somebody's words came; null while there are none. */
  public static String fate(String text) {
    return Stored.text("select status from message where body = ?", text);
  }

  /** What became of what the AI proposed for a customer, in its order. */
  public static String proposals(String number) {
    return Stored.text(
        "select string_agg(d.status, ' ' order by d.id) from reply_draft d join conversation v on"
            + " v.organization_id = d.organization_id and v.id = d.conversation_id where v.address"
            + " = ?",
        number + "@s.whatsapp.net");
  }

  /** How many of the application's transactions stand open while nothing happens in them. */
  public static int idleTransactions() {
    return Stored.idleTransactions();
  }

  /** What was decided about a message that was given up; null while nothing was. */
  public static String decided(String text) {
    return Stored.text(
        "select d.settlement from dead_letter d join message m on m.organization_id ="
            + " d.organization_id and m.id = d.message_id where m.body = ?",
        text);
  }

  private static void in(Demo.Channel channel, String statement, Object... values) {
    if (Written.at(channel, statement, values) != 1) {
      throw new IllegalStateException("nothing was planted at " + channel.instance());
    }
  }
}
