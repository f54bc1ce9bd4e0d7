package org.tulpar.tests.server;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * An organization that has just begun: people, and nothing else but what is put there. Nobody else
 * uses it, so that whatever is counted is its own.
 */
public final class Newcomers {

  /** Who has the word in a conversation. */
  public enum Word {
    BOT("BOT", null),
    NOBODY("WAITING_HUMAN", null),
    ADMINISTRATOR("HUMAN", "ORG_ADMIN"),
    MANAGER("HUMAN", "MANAGER"),
    PHONE("HUMAN", null);

    private final String handler;
    private final String role;

    Word(String handler, String role) {
      this.handler = handler;
      this.role = role;
    }
  }

  private final UUID organization = UUID.randomUUID();

  public Newcomers() {
    write("insert into organization (organization_id, name) values (?, 'Newcomers')", organization);
  }

  /** Somebody who comes in with the password of another. */
  public Demo.Account person(String role, String name, Demo.Account other) {
    write(
        "insert into users (organization_id, id, login, password_hash, name, role) values (?,"
            + " nextval('entity_id'), ?, ?, ?, ?)",
        organization,
        login(role),
        Stored.text("select password_hash from users where login = ?", other.login()),
        name,
        role);
    return new Demo.Account(login(role), other.password(), role);
  }

  private String login(String role) {
    return role.toLowerCase(Locale.ROOT) + "-" + organization;
  }

  /** A client talks with the bot by a channel that there is from now on. */
  public void talkWithTheBot(String client) {
    channel("EVOLUTION");
    conversation(1, client, Word.BOT, 0, 1);
  }

  /** The one channel: nothing comes or goes by it. */
  public void channel(String type) {
    write(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (?, ?, ?,"
            + " 'Main', ?, 'http://127.0.0.1')",
        organization,
        organization,
        type,
        "newcomers-" + organization);
  }

  /** It was connected, and has not been for longer than anybody should not know. */
  public void breaksOff() {
    write("update channel set down_since = now() - interval '10 minutes'");
  }

  public void comesBack() {
    write("update channel set down_since = null");
  }

  /** What others call the organization. */
  public void named(String name) {
    write("update organization set name = ?", name);
  }

  /** Whoever waits for a person has waited for ten minutes. */
  public void conversation(long id, String client, Word word, int unread, int hoursAgo) {
    write(
        "insert into client (organization_id, id, name) values (?, ?, ?)",
        organization,
        id,
        client);
    write(
        """
        insert into conversation (organization_id, id, client_id, channel_id, address, handler, assignee_id, waiting_since, unread, last_client_at, last_message_at)
        values (?, ?, ?, ?, ?, ?, (select id from users where login = ?), case when ? then now() - interval '10 minutes' end, ?,
          now() - make_interval(hours => ?), now() - make_interval(mins => ?))""",
        organization,
        id,
        id,
        organization,
        "a" + id,
        word.handler,
        word.role == null ? "" : login(word.role),
        word == Word.NOBODY,
        unread,
        hoursAgo,
        (int) id);
  }

  /** So many conversations from a number on, each of a client of her own; all wait for a person. */
  public void conversations(int from, int many, String client) {
    write(
        "insert into client (organization_id, id, name) select ?, n, ? || ' ' || n from"
            + " generate_series(?, ?) n",
        organization,
        client,
        from,
        from + many - 1);
    write(
        """
        insert into conversation (organization_id, id, client_id, channel_id, address, handler, waiting_since, unread, last_client_at, last_message_at)
        select ?, n, n, ?, 'a' || n, 'WAITING_HUMAN', now() - interval '10 minutes', 1, now(), now() - make_interval(mins => n)
        from generate_series(?, ?) n""",
        organization,
        organization,
        from,
        from + many - 1);
  }

  /** What was said last; a person's words are those of whose conversation it is. */
  public void said(long conversation, String author, String status, String text) {
    write(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, user_id, failure_code, occurred_at)
        select organization_id, nextval('message_id'), id, case ? when 'CLIENT' then 'IN' else 'OUT' end, ?,
          case when ? = 'MANAGER' and assignee_id is null then 'PHONE' else 'CRM' end, ?, 'TEXT', ?,
          case ? when 'MANAGER' then assignee_id end, case ? when 'FAILED' then 'gave_up' end, now()
        from conversation where id = ?""",
        author,
        author,
        author,
        status,
        text,
        author,
        status,
        conversation);
  }

  /** What of it has failed waits for a person to send it again or to discard it. */
  public void gaveUp(long conversation) {
    write(
        """
        insert into dead_letter (organization_id, message_id, conversation_id, channel_id, attempts, code)
        select m.organization_id, m.id, m.conversation_id, m.organization_id, 3, 'gave_up'
        from message m where m.status = 'FAILED' and m.conversation_id = ?""",
        conversation);
  }

  /** A client has written again, and no page was told. */
  public void writesAgain(long conversation) {
    write(
        "update conversation set last_message_at = now(), unread = unread + 1 where id = ?",
        conversation);
  }

  /** What a client is promised: an answer within so many minutes. */
  public void promises(int minutes) {
    write(
        "update organization set first_answer_minutes = ?, next_answer_minutes = ?",
        minutes,
        minutes);
  }

  /** A client waits for a person since so many minutes. */
  public void waits(long conversation, int minutes) {
    write(
        "update conversation set waiting_since = now() - make_interval(mins => ?) where id = ?",
        minutes,
        conversation);
  }

  /** Her clock is that of another place. */
  public void lives(Demo.Account person, ZoneId zone) {
    write("update users set time_zone = ? where login = ?", zone.getId(), person.login());
  }

  /** She comes in no more. */
  public void leaves(Demo.Account person) {
    write("update users set active = false where login = ?", person.login());
  }

  /** Everybody hears of what concerns them by every means there is. */
  public void hears() {
    write("update users set notify_title = true, notify_sound = true, notify_browser = true");
  }

  /**
   * The client of {@link #talkWithTheBot} asked a person two hours ago, who answered in an hour.
   */
  public void answer(Demo.Account person, String asked, String answered) {
    write(
        "update conversation set handler = 'HUMAN', last_message_at = now() where id = 1 and"
            + " organization_id = ?",
        organization);
    write(
        "insert into audit_event (organization_id, type, conversation_id, at) values (?,"
            + " 'conversation.taken_over', 1, now() - interval '3 hours')",
        organization);
    write(
        "insert into message (organization_id, id, conversation_id, direction, author, origin,"
            + " status, kind, body, occurred_at) values (?, nextval('message_id'), 1, 'IN', 'CLIENT',"
            + " 'PHONE', 'DELIVERED', 'TEXT', ?, now() - interval '2 hours')",
        organization,
        asked);
    write(
        "insert into message (organization_id, id, conversation_id, direction, author, origin,"
            + " status, kind, body, user_id, occurred_at) select ?, nextval('message_id'), 1, 'OUT',"
            + " 'MANAGER', 'CRM', 'SENT', 'TEXT', ?, u.id, now() - interval '1 hour' from users u"
            + " where u.login = ?",
        organization,
        answered,
        person.login());
  }

  /** Somebody is at a client's card: nobody else writes into it until it is let go. */
  public HeldCard holds(long client) {
    return new HeldCard(organization, client);
  }

  /** What they sell. */
  public Trade trade() {
    return new Trade(this);
  }

  /** What stands in their clients' cards. */
  public Cards cards() {
    return new Cards(this);
  }

  /** What happened with the first client before anybody looks. */
  public Past past() {
    return new Past(this);
  }

  /** A program works in the name of somebody. */
  public void program(String name, Demo.Account person) {
    write(
        "insert into api_token (organization_id, token_hash, name, user_id) select u.organization_id,"
            + " decode(md5(?), 'hex'), ?, u.id from users u where u.login = ?",
        person.login(),
        name,
        person.login());
  }

  /** Until when a conversation is out of sight. */
  public Instant snoozedUntil(long conversation) {
    var until =
        Stored.text(
            "select extract(epoch from snoozed_until)::bigint from conversation where"
                + " organization_id = ? and id = ?",
            organization,
            conversation);
    return Instant.ofEpochSecond(Long.parseLong(until));
  }

  /** Who has the word in a conversation by now. */
  public String handler(long conversation) {
    return Stored.text(
        "select handler from conversation where organization_id = ? and id = ?",
        organization,
        conversation);
  }

  UUID organization() {
    return organization;
  }

  void write(String statement, Object... values) {
    try (var connection = Installation.TESTED.application();
        var told =
            connection.prepareStatement("select set_config('app.organization_id', ?, false)");
        var prepared = connection.prepareStatement(statement)) {
      told.setString(1, organization.toString());
      told.execute();
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
