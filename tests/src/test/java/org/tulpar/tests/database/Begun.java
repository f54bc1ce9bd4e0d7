package org.tulpar.tests.database;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.tulpar.conversation.begin.Beginning;
import org.tulpar.conversation.begin.Way;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** An organization whose people begin to talk with clients, and whom the clients answer. */
final class Begun {

  static final long CLIENT = 5;
  static final String PHONE = "77015550101";
  static final String JID = PHONE + "@s.whatsapp.net";

  final Pipeline pipeline;
  private final Beginning beginning;

  Begun() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    beginning =
        new Rig()
            .with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 4)))
            .get(Beginning.class);
    for (var person : List.of(Office.AIGUL, Office.BAKYT)) {
      pipeline.prepare(
          "insert into users (organization_id, id, login, password_hash, name, role) values (?, ?, ?, '', 'Somebody', 'MANAGER')",
          pipeline.organization,
          person,
          pipeline.organization + "-" + person);
    }
  }

  Begun client(long id, String phone) throws SQLException {
    pipeline.prepare(
        "insert into client (organization_id, id, name, phone) values (?, ?, 'Aigul', ?)",
        pipeline.organization,
        id,
        phone);
    return this;
  }

  Begun identity(long client, String type, String kind, String value) throws SQLException {
    pipeline.prepare(
        "insert into client_identity (organization_id, channel_type, kind, value, client_id) values (?, ?, ?, ?, ?)",
        pipeline.organization,
        type,
        kind,
        value,
        client);
    return this;
  }

  UUID channel(String type) throws SQLException {
    var id = UUID.randomUUID();
    pipeline.prepare(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (?, ?, ?, ?, ?, 'http://127.0.0.1')",
        pipeline.organization,
        id,
        type,
        type,
        id.toString());
    return id;
  }

  /** An earlier conversation, which is over. */
  Begun talked(long id, long client, UUID channel, String address) throws SQLException {
    pipeline.prepare(
        "insert into conversation (organization_id, id, client_id, channel_id, address, status, last_client_at) values (?, ?, ?, ?, ?, 'CLOSED', now())",
        pipeline.organization,
        id,
        client,
        channel,
        address);
    return this;
  }

  long begin(long client, UUID channel, long person) {
    return within(pipeline.organization, () -> beginning.begin(client, channel, person));
  }

  /** What the first manager begins with the first client in the first channel. */
  long begin() {
    return begin(CLIENT, pipeline.channel, Office.AIGUL);
  }

  List<Way> ways(long client) {
    return waysOf(pipeline.organization, client);
  }

  List<Way> waysOf(UUID organization, long client) {
    return within(organization, () -> beginning.ways(client));
  }

  private static <T> T within(UUID organization, Supplier<T> work) {
    return TenantScope.within(new OrganizationId(organization), work);
  }

  /** As a manager's first words are stored. */
  Begun says(long conversation, String text) throws SQLException {
    pipeline.prepare(
        "insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)"
            + " values (?, nextval('message_id'), ?, 'OUT', 'MANAGER', 'CRM', 'SENT', 'TEXT', ?, now() - interval '1 second')",
        pipeline.organization,
        conversation,
        text);
    pipeline.prepare(
        "update conversation set last_message_author = 'MANAGER', last_message_text = ? where organization_id = ? and id = ?",
        text,
        pipeline.organization,
        conversation);
    return this;
  }

  /** So long after the last beginning the sweep comes by. */
  Begun sweptAfter(String interval) throws SQLException {
    pipeline.prepare(
        "update begun_conversation set until = until - ?::interval where organization_id = ?",
        interval,
        pipeline.organization);
    TenantScope.within(new OrganizationId(pipeline.organization), () -> beginning.takeAway(100));
    return this;
  }

  int count(String table) throws SQLException {
    var where = table.endsWith(" and") ? table : table + " where";
    return Integer.parseInt(look("select count(*) from %s organization_id = ?".formatted(where)));
  }

  String look(String question) throws SQLException {
    return pipeline.look(question);
  }
}
