package org.tulpar.tests.server;

/** What stands in the cards of newcomers' clients. */
public final class Cards {

  private final Newcomers newcomers;

  Cards(Newcomers newcomers) {
    this.newcomers = newcomers;
  }

  /** The first client is called by these; the names are in the order of the alphabet. */
  public void tag(String... names) {
    for (int i = 0; i < names.length; i++) {
      newcomers.write(
          "insert into tag (organization_id, id, name) values (?, ?, ?)",
          newcomers.organization(),
          i,
          names[i]);
      newcomers.write(
          "insert into client_tag (organization_id, client_id, tag_id) values (?, 1, ?)",
          newcomers.organization(),
          i);
    }
  }

  /** The first client works for a company, and so does another one, the second. */
  public void employ(String company, String other) {
    newcomers.write(
        "insert into company (organization_id, id, name) values (?, 1, ?)",
        newcomers.organization(),
        company);
    newcomers.write("update client set company_id = 1 where id = 1");
    newcomers.write(
        "insert into client (organization_id, id, name, company_id) values (?, 2, ?, 1)",
        newcomers.organization(),
        other);
  }

  /** So many notes of the second client, one an hour, numbered back from the latest. */
  public void noted(String text, int many) {
    newcomers.write(
        "insert into client_note (organization_id, id, client_id, user_id, body, created_at) select"
            + " u.organization_id, n, 2, u.id, ? || ' ' || n, now() - make_interval(hours => n) from"
            + " users u, generate_series(1, ?) n where u.role = 'ORG_ADMIN'",
        text,
        many);
  }

  /** A client who bears a tag. */
  public void tagged(String client, String tag) {
    newcomers.write(
        "insert into client (organization_id, id, name, phone) values (?, 77, ?, '996555000077')",
        newcomers.organization(),
        client);
    newcomers.write(
        "insert into tag (organization_id, id, name) values (?, 77, ?)",
        newcomers.organization(),
        tag);
    newcomers.write(
        "insert into client_tag (organization_id, client_id, tag_id) values (?, 77, 77)",
        newcomers.organization());
  }

  /** Of a field of this name, number 9, these clients' cards say yes. */
  public void ticked(String field, long... clients) {
    newcomers.write(
        "insert into custom_field (organization_id, id, name, type) values (?, 9, ?, 'FLAG')",
        newcomers.organization(),
        field);
    for (var client : clients) {
      newcomers.write(
          "insert into client_value (organization_id, client_id, field_id, flag_value) values (?, ?,"
              + " 9, true)",
          newcomers.organization(),
          client);
    }
  }

  /**
   * A field of this name, number 10, holds a day of the first of them, and the next of the next.
   */
  public void dated(String field, String day, long... clients) {
    newcomers.write(
        "insert into custom_field (organization_id, id, name, type) values (?, 10, ?, 'DATE')",
        newcomers.organization(),
        field);
    for (int i = 0; i < clients.length; i++) {
      newcomers.write(
          "insert into client_value (organization_id, client_id, field_id, date_value) values (?, ?,"
              + " 10, ?::date + ?)",
          newcomers.organization(),
          clients[i],
          day,
          i);
    }
  }

  /** The field of {@link #ticked} is shown no longer. */
  public void archivesTheField() {
    newcomers.write("update custom_field set archived = true where id = 9");
  }

  /** She has been a client for twice as long as nobody has said anything. */
  public void fellSilent(long client, int daysAgo) {
    newcomers.write(
        "update client set created_at = now() - make_interval(days => 2 * ?) where id = ?",
        daysAgo,
        client);
    newcomers.write(
        "update conversation set last_message_at = now() - make_interval(days => ?) where client_id"
            + " = ?",
        daysAgo,
        client);
  }
}
