package org.tulpar.tests.database;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.tulpar.analytics.Dashboard;
import org.tulpar.analytics.Days;
import org.tulpar.analytics.Figures;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxRow;
import org.tulpar.dialogue.outbound.Undelivered;
import org.tulpar.dialogue.outbound.UndeliveredRow;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * An organization six hours east of Greenwich, open from nine to six on working days, with two
 * channels and two people; its clock stands on a Wednesday at six in the evening.
 */
final class Counted implements Prepared {

  static final ZoneId ZONE = ZoneId.of("Asia/Bishkek");
  static final LocalDateTime NOW = LocalDateTime.parse("2026-11-18T18:00");
  static final long AIGUL = 1;
  static final long BAKYT = 2;

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
  private final UUID second = UUID.randomUUID();
  private final MovingClock clock = new MovingClock();
  private final Rig rig;
  private long message = 1000;

  Counted() {
    this(new ScopedSql(new Pool(Database.source("tulpar_app"), 4)));
  }

  Counted(TenantSql sql) {
    rig =
        new Rig()
            .with(TenantSql.class, sql)
            .with(Clock.class, clock)
            .with(
                Undelivered.class,
                new Undelivered() {
                  @Override
                  public List<UndeliveredRow> unknown() {
                    return List.of();
                  }
                });
    moveTo(NOW);
  }

  @Override
  public void prepare() throws SQLException {
    change(
        "insert into organization (organization_id, name, time_zone) values (:o, 'Test', 'Asia/Bishkek')");
    change(
        "insert into users (organization_id, id, login, password_hash, name, role) values (:o, 1,"
            + " '%1$s-1', '', 'Aigul', 'MANAGER'), (:o, 2, '%1$s-2', '', 'Bakyt', 'MANAGER')"
                .formatted(organization));
    change(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (:o, :o,"
            + " 'EVOLUTION', 'First', 'one', 'http://127.0.0.1'), (:o, '%s', 'TELEGRAM', 'Second', 'two', 'http://127.0.0.1')"
                .formatted(second));
    change(
        "insert into working_hours (organization_id, weekday, opens_at, closes_at) select :o, n, '09:00', '18:00' from generate_series(1, 5) n");
  }

  UUID first() {
    return organization.value();
  }

  UUID second() {
    return second;
  }

  /** A conversation of the bot with a client of its own. */
  Counted conversation(long id, UUID channel) throws SQLException {
    change(
        "insert into client (organization_id, id, name, phone) values (:o, %1$d, 'Client %1$d', '7701%1$07d')"
            .formatted(id));
    change(
        "insert into conversation (organization_id, id, client_id, channel_id, address, last_message_at, created_at)"
            + " values (:o, %1$d, %1$d, '%2$s', 'a%1$d', '2020-01-01', '2020-01-01')"
                .formatted(id, channel));
    return this;
  }

  /**
   * @param at by the organization's clock
   */
  Counted client(long conversation, String at) throws SQLException {
    return said(conversation, "CLIENT", at, null, at);
  }

  Counted bot(long conversation, String at) throws SQLException {
    return said(conversation, "BOT", at, null, at);
  }

  /** A person writes who has the word. */
  Counted person(long conversation, String at, Long user) throws SQLException {
    return said(conversation, "MANAGER", at, user, at);
  }

  /** A person takes the word by writing. */
  Counted stepsIn(long conversation, String at, Long user) throws SQLException {
    happens(conversation, "conversation.taken_over", at);
    return person(conversation, at, user);
  }

  Counted handedOver(long conversation, String at, String reason) throws SQLException {
    happens(conversation, "conversation.handed_over", at);
    said(conversation, "SYSTEM", at, null, at);
    change(
        "update message set body = '%s', kind = 'SYSTEM' where id = %d and organization_id = :o"
            .formatted(reason, message));
    return this;
  }

  Counted happens(long conversation, String type, String at) throws SQLException {
    change(
        "insert into audit_event (organization_id, type, conversation_id, at) values (:o, '%s', %d, '%s')"
            .formatted(type, conversation, moment(at)));
    return this;
  }

  private Counted said(long conversation, String author, String at, Long user, String stored)
      throws SQLException {
    change(
        ("insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, user_id, occurred_at, created_at)"
                + " values (:o, %d, %d, '%s', '%s', '%s', '%s', 'TEXT', 'words', %s, '%s', '%s')")
            .formatted(
                ++message,
                conversation,
                author.equals("CLIENT") ? "IN" : "OUT",
                author,
                author.equals("MANAGER") && user != null ? "CRM" : "PHONE",
                author.equals("CLIENT") ? "DELIVERED" : "SENT",
                user,
                moment(at),
                moment(stored)));
    change(
        "update conversation set last_message_at = greatest(last_message_at, '%s') where id = %d and organization_id = :o"
            .formatted(moment(at), conversation));
    return this;
  }

  private static Instant moment(String at) {
    return LocalDateTime.parse(at).atZone(ZONE).toInstant();
  }

  void moveTo(LocalDateTime at) {
    clock.move(Duration.between(clock.instant(), at.atZone(ZONE).toInstant()));
  }

  Counted count() {
    TenantScope.within(organization, get(Days.class)::count);
    return this;
  }

  Figures figures(int days) {
    return within(
        () -> {
          var dashboard = get(Dashboard.class);
          return dashboard.figures(dashboard.period(days));
        });
  }

  /** The ids of all rows of a list, page after page. */
  List<Long> listed(InboxFilter filter) {
    var ids = new ArrayList<Long>();
    Inbox.Position next = null;
    do {
      var after = next;
      var page = within(() -> get(Inbox.class).page(filter, AIGUL, after));
      page.rows().stream().map(InboxRow::id).forEach(ids::add);
      next = page.next();
    } while (next != null);
    return ids;
  }

  OrganizationId organization() {
    return organization;
  }

  <T> T get(Class<T> type) {
    return rig.get(type);
  }

  <T> T within(Supplier<T> work) {
    return TenantScope.within(organization, work);
  }

  /** Past row security; {@code :o} stands for the organization. */
  void change(String statement) throws SQLException {
    try (var connection = Database.superuser();
        var prepared = connection.createStatement()) {
      prepared.execute(statement.replace(":o", "'" + organization + "'"));
    }
  }

  @Override
  public void close() {
    rig.close();
  }
}
