package org.tulpar.tests.database;

import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.tulpar.conversation.push.PushGateway;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** An organization with a channel, two people, a team of one of them, and conversations. */
final class Office implements Prepared {

  static final long AIGUL = 1;
  static final long BAKYT = 2;
  static final long TEAM = 1;

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
  private final TenantSql sql;
  private final Rig rig;
  private final ScriptedPush pushes = new ScriptedPush();
  private long message = 1000;

  Office() {
    this(new ScopedSql(new Pool(Database.source("tulpar_app"), 4)));
  }

  Office(TenantSql sql) {
    this.sql = sql;
    this.rig =
        new Rig()
            .with(TenantSql.class, sql)
            .with(Pbkdf2PasswordHash.class, new CheapHash())
            .with(EntityManager.class, nobody())
            .with(PushGateway.class, pushes)
            .source("app", new Pool(Database.source("tulpar_app"), 1))
            .source("identity", Database.source("tulpar_identity"))
            .setting("tulpar.secret.key", Base64.getEncoder().encodeToString(new byte[32]))
            .with(Clock.class, Clock.fixed(Instant.now(), ZoneOffset.UTC));
  }

  /** What works with entities is tested on the server; here it is not asked. */
  private static EntityManager nobody() {
    return (EntityManager)
        Proxy.newProxyInstance(
            Office.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (self, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  @Override
  public void prepare() throws SQLException {
    change("insert into organization (organization_id, name) values (:o, 'Test')");
    change(
        "insert into users (organization_id, id, login, password_hash, name, role) values (:o, 1,"
            + " '%1$s-1', '', 'Aigul Asanova', 'MANAGER'), (:o, 2, '%1$s-2', '', 'Bakyt', 'MANAGER')"
                .formatted(organization));
    change("insert into team (organization_id, id, name) values (:o, 1, 'Sales')");
    change("insert into team_member (organization_id, team_id, user_id) values (:o, 1, 2)");
    change(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (:o, :o,"
            + " 'EVOLUTION', 'Main', 'test', 'http://127.0.0.1')");
  }

  /** An open conversation of the bot with a client of this name. */
  Office conversation(long id, String client) throws SQLException {
    change(
        "insert into client (organization_id, id, name, phone, language) values (:o, %d, '%s', '7701%07d', 'ru')"
            .formatted(id, client, id));
    change(
        "insert into conversation (organization_id, id, client_id, channel_id, address, last_message_at)"
            + " values (:o, %1$d, %1$d, :o, 'a%1$d', now() - interval '1 hour' + interval '%1$d seconds')"
                .formatted(id));
    return this;
  }

  /** The client of a conversation writes. */
  Office said(long conversation, String text) throws SQLException {
    change(
        "insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)"
            + " values (:o, %d, %d, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', '%s', now() - interval '1 minute')"
                .formatted(++message, conversation, text.replace("'", "''")));
    return this;
  }

  OrganizationId organization() {
    return organization;
  }

  /** What closed browsers are told. */
  ScriptedPush pushes() {
    return pushes;
  }

  List<Object> fired() {
    return rig.fired();
  }

  /** Somebody of the outside; before anything is asked for that works with it. */
  <T> Office with(Class<T> type, T part) {
    rig.with(type, part);
    return this;
  }

  <T> T get(Class<T> type) {
    return rig.get(type);
  }

  <T> T within(Supplier<T> work) {
    return TenantScope.within(organization, work);
  }

  void run(Runnable work) {
    TenantScope.within(organization, work);
  }

  /** As the application sees them. */
  List<String> texts(String question) {
    return new ArrayList<>(within(() -> sql.rows(question, row -> row.getString(1))));
  }

  String text(String question) {
    return texts(question).getFirst();
  }

  /** Past row security; {@code :o} stands for the organization. */
  void change(String statement) throws SQLException {
    try (var connection = Database.superuser();
        var prepared = connection.createStatement()) {
      prepared.executeUpdate(statement.replace(":o", "'" + organization + "'"));
    }
  }

  @Override
  public void close() {
    rig.close();
  }
}
