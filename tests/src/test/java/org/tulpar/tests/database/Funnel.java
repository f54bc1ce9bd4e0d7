package org.tulpar.tests.database;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.DealDesk;
import org.tulpar.deal.DealDraft;
import org.tulpar.deal.DealMove;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** An organization with one pipeline, two people, and a client whose conversation is open. */
final class Funnel implements Prepared {

  static final long AIGUL = 1;
  static final long BAKYT = 2;
  static final long CLIENT = 1;
  static final long PIPELINE = 1;
  static final long NEW = 1;
  static final long CHOICE = 2;
  static final long PAYMENT = 3;
  static final long WON = 4;
  static final long LOST = 5;
  static final long EXPENSIVE = 1;

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
  private final TenantSql sql;
  private final Rig rig;

  Funnel() {
    this(new ScopedSql(new Pool(Database.source("tulpar_app"), 4)));
  }

  Funnel(TenantSql sql) {
    this.sql = sql;
    this.rig = new Rig().with(TenantSql.class, sql);
  }

  @Override
  public void prepare() throws SQLException {
    change("insert into organization (organization_id, name) values (:o, 'Test')");
    change(
        "insert into users (organization_id, id, login, password_hash, name, role) values (:o, 1, '%1$s-1', '', 'Aigul', 'MANAGER'), (:o, 2, '%1$s-2', '', 'Bakyt', 'MANAGER')"
            .formatted(organization));
    change(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (:o, :o,"
            + " 'EVOLUTION', 'Main', 'test', 'http://127.0.0.1')");
    change(
        "insert into client (organization_id, id, name, phone) values (:o, 1, 'Markus',"
            + " '77010000001')");
    change(
        "insert into conversation (organization_id, id, client_id, channel_id, address, unread)"
            + " values (:o, 1, 1, :o, '77010000001@s.whatsapp.net', 2)");
    change("insert into pipeline (organization_id, id, name, position) values (:o, 1, 'Tours', 1)");
    change(
        """
        insert into stage (organization_id, id, pipeline_id, name, position, kind, rotten_days) values
          (:o, 1, 1, 'New', 1, 'OPEN', 3), (:o, 2, 1, 'Choice', 2, 'OPEN', null), (:o, 3, 1, 'Payment', 3, 'OPEN', null),
          (:o, 4, 1, 'Won', 4, 'WON', null), (:o, 5, 1, 'Lost', 5, 'LOST', null)\
        """);
    change("insert into lost_reason (organization_id, id, name) values (:o, 1, 'Too expensive')");
    numbers("select nextval('entity_id') from generate_series(1, 5)"); // those above are taken
  }

  OrganizationId organization() {
    return organization;
  }

  List<Object> fired() {
    return rig.fired();
  }

  <T> T get(Class<T> type) {
    return rig.get(type);
  }

  DealDraft draft(String title, BigDecimal amount, String currency) {
    return new DealDraft(title, amount, currency, null, null, null, null);
  }

  /** A deal of the client in the first stage. */
  long create(String title) {
    return within(
        () -> get(DealDesk.class).create(CLIENT, null, NEW, draft(title, null, null), AIGUL));
  }

  /** Writes this title over the version that was seen. */
  void edit(long deal, int version, String title) {
    within(
        () -> {
          get(DealDesk.class).edit(deal, version, draft(title, null, null), AIGUL);
          return null;
        });
  }

  /** As whoever sees the card as it is. */
  void move(long deal, long stage, Long after, Long before) {
    move(DealMove.to(deal, card(deal).version(), stage, after, before));
  }

  void move(long deal, int version, long stage) {
    move(DealMove.to(deal, version, stage, null, null));
  }

  private void move(DealMove move) {
    within(() -> get(DealDesk.class).move(move, AIGUL));
  }

  DealCard card(long deal) {
    return within(() -> get(Board.class).card(deal)).orElseThrow();
  }

  /** The cards of a column, from above. */
  List<Long> order(long stage, int most) {
    return numbers(
        "select id from deal where stage_id = %d order by board_position, id limit %d"
            .formatted(stage, most));
  }

  <T> T within(Supplier<T> work) {
    return TenantScope.within(organization, work);
  }

  <T> T calling(Callable<T> work) throws Exception {
    return TenantScope.calling(organization, work);
  }

  /** As the application sees them. */
  List<Long> numbers(String question) {
    return new ArrayList<>(within(() -> sql.rows(question, row -> row.getObject(1, Long.class))));
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
