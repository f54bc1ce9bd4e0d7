package org.tulpar.tests.server;

import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** An organization that has just begun: people, and nothing else. Nobody else uses it. */
public final class Newcomers {

  private final UUID organization = UUID.randomUUID();

  public Newcomers() {
    write("insert into organization (organization_id, name) values (?, 'Newcomers')", organization);
  }

  /** Somebody who comes in with the password of another. */
  public Demo.Account person(String role, String name, Demo.Account other) {
    var login = role.toLowerCase(Locale.ROOT) + "-" + organization;
    write(
        "insert into users (organization_id, id, login, password_hash, name, role) values (?,"
            + " nextval('entity_id'), ?, ?, ?, ?)",
        organization,
        login,
        Stored.text("select password_hash from users where login = ?", other.login()),
        name,
        role);
    return new Demo.Account(login, other.password(), role);
  }

  /** A client talks with the bot by a channel that there is from now on. */
  public void talkWithTheBot(String client) {
    write(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (?, ?,"
            + " 'EVOLUTION', 'Main', ?, 'http://127.0.0.1')",
        organization,
        organization,
        "newcomers-" + organization);
    write("insert into client (organization_id, id, name) values (?, 1, ?)", organization, client);
    write(
        "insert into conversation (organization_id, id, client_id, channel_id, address) values (?,"
            + " 1, 1, ?, 'a1')",
        organization,
        organization);
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

  /** A board with a deal about the dialogue of {@link #talkWithTheBot}, and one about nobody's. */
  public void sell(String about, String other) {
    write("insert into client (organization_id, id, name) values (?, 2, 'Fatima')", organization);
    write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'Tours', 1)",
        organization);
    write(
        "insert into stage (organization_id, id, pipeline_id, name, position, kind) values (?, 1, 1,"
            + " 'New', 1, 'OPEN'), (?, 2, 1, 'Won', 2, 'WON')",
        organization,
        organization);
    write(
        "insert into deal (organization_id, id, client_id, conversation_id, pipeline_id, stage_id,"
            + " title, board_position) values (?, 1, 1, 1, 1, 1, ?, 1), (?, 2, 2, null, 1, 1, ?, 2)",
        organization,
        about,
        organization,
        other);
  }

  /** The first client is called by these; the names are in the order of the alphabet. */
  public void tag(String... names) {
    for (int i = 0; i < names.length; i++) {
      write(
          "insert into tag (organization_id, id, name) values (?, ?, ?)",
          organization,
          i,
          names[i]);
      write(
          "insert into client_tag (organization_id, client_id, tag_id) values (?, 1, ?)",
          organization,
          i);
    }
  }

  public void offer(String tour) {
    write(
        "insert into product (organization_id, id, type, name) values (?, nextval('entity_id'),"
            + " 'TOUR', ?)",
        organization,
        tour);
  }

  /** A client who bears a tag. */
  public void tagged(String client, String tag) {
    write(
        "insert into client (organization_id, id, name, phone) values (?, 77, ?, '996555000077')",
        organization,
        client);
    write("insert into tag (organization_id, id, name) values (?, 77, ?)", organization, tag);
    write(
        "insert into client_tag (organization_id, client_id, tag_id) values (?, 77, 77)",
        organization);
  }

  private void write(String statement, Object... values) {
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
