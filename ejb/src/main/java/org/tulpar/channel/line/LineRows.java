package org.tulpar.channel.line;

import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The channels of the organization in scope with their routes. */
@Repository
class LineRows {

  private static final String ROW =
      """
      select c.id, c.name, c.type, c.instance, c.connection_state, c.state_changed_at, c.down_since, c.qr, c.qr_at, c.scanned_at,
        c.pairing_code, c.problem, r.rotated_at, c.registered_at, c.api_key_sealed is not null as opened, r.channel_key, c.webhook_secret_sealed
      from channel c join channel_route r on r.organization_id = c.organization_id and r.channel_id = c.id
      where c.organization_id = ? and c.removed_at is null
      """;

  @Inject private TenantSql sql;
  @Inject private Postings postings;

  /**
   * A line before its gateway knows of it.
   *
   * @param key in its webhook's address
   * @param opening what opens the account, sealed, or null
   * @param signing by which its provider signs, sealed, or null
   */
  record NewLine(
      UUID channel,
      ChannelType type,
      String name,
      String instance,
      URI gateway,
      String key,
      String secret,
      byte[] opening,
      byte[] signing) {}

  /**
   * What a look at a line needs to know; {@code sealed} is null for a line that was not made here.
   */
  record Route(
      String key,
      ChannelType type,
      byte[] sealed,
      Instant rotatedAt,
      boolean registered,
      Instant gapFrom) {}

  List<LineRow> all() {
    return sql.rows(ROW + " order by c.created_at, c.id", this::row, organization());
  }

  Optional<LineRow> byId(UUID channel) {
    return sql.row(ROW + " and c.id = ?", this::row, organization(), channel);
  }

  private LineRow row(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var type = ChannelType.valueOf(row.getString("type"));
    return new LineRow(
        id,
        row.getString("name"),
        type,
        row.getString("instance"),
        ConnectionState.valueOf(row.getString("connection_state")),
        TenantSql.instant(row, "state_changed_at"),
        TenantSql.instant(row, "down_since"),
        row.getString("qr"),
        TenantSql.instant(row, "qr_at"),
        TenantSql.instant(row, "scanned_at"),
        row.getString("pairing_code"),
        row.getString("problem"),
        TenantSql.instant(row, "rotated_at"),
        TenantSql.instant(row, "registered_at"),
        row.getBoolean("opened"),
        postings.of(type, id, row.getString("channel_key"), row.getBytes("webhook_secret_sealed")));
  }

  /** How many lines have been down since before then. */
  int down(Instant before) {
    return sql.row(
            "select count(*) from channel where organization_id = ? and down_since < ?",
            row -> row.getInt(1),
            organization(),
            before)
        .orElse(0);
  }

  /**
   * @throws LineRefused when the key of its webhook is another channel's, of whichever organization
   */
  void insert(NewLine line, byte[] sealedSecret) {
    sql.change(
        "insert into channel (organization_id, id, type, name, instance, api_url, api_key_sealed,"
            + " webhook_secret_sealed) values (?, ?, ?, ?, ?, ?, ?, ?)",
        organization(),
        line.channel(),
        line.type(),
        line.name(),
        line.instance(),
        line.gateway().toString(),
        line.opening(),
        sealedSecret);
    var routed =
        sql.change(
            "insert into channel_route (organization_id, channel_id, channel_key, channel_type,"
                + " secret_hash, signing_key_sealed, watch_at) values (?, ?, ?, ?, ?, ?, now() +"
                + " interval '1 minute') on conflict (channel_key) do nothing",
            organization(),
            line.channel(),
            line.key(),
            line.type(),
            Seals.hash(line.secret()),
            line.signing());
    if (routed == 0) {
      throw LineRefused.keyTaken();
    }
    audit("channel.created", line.channel());
  }

  boolean exists(ChannelType type, String instance) {
    return sql.row(
            "select 1 from channel where organization_id = ? and type = ? and instance = ? and"
                + " removed_at is null",
            row -> true,
            organization(),
            type,
            instance)
        .isPresent();
  }

  void key(UUID channel, byte[] sealed) {
    sql.change(
        "update channel set api_key_sealed = ?, version = version + 1 where organization_id = ? and"
            + " id = ?",
        sealed,
        organization(),
        channel);
  }

  /** What was said in it needs it: it is not shown any more, and nobody looks after it. */
  void remove(UUID channel) {
    sql.change(
        "update channel set removed_at = now(), api_key_sealed = null, connection_state = 'CLOSED',"
            + " down_since = null, gap_from = null, problem = null, qr = null, pairing_code = null,"
            + " version = version + 1 where organization_id = ? and id = ?",
        organization(),
        channel);
    sql.change(
        "update channel_route set watch_at = 'infinity' where organization_id = ? and channel_id ="
            + " ?",
        organization(),
        channel);
    audit("channel.removed", channel);
  }

  /** Of a channel that never came to be. */
  void delete(UUID channel) {
    sql.change("delete from channel where organization_id = ? and id = ?", organization(), channel);
  }

  boolean connection(UUID channel, ConnectionState state) {
    return sql.row(
            "select apply_connection(?, ?, ?)",
            row -> row.getBoolean(1),
            organization(),
            channel,
            state)
        .orElse(false);
  }

  boolean code(UUID channel, String picture, String pairingCode) {
    return sql.row(
            "select show_code(?, ?, ?, ?)",
            row -> row.getBoolean(1),
            organization(),
            channel,
            picture,
            pairingCode)
        .orElse(false);
  }

  /**
   * Makes the secret valid beside the present one. The gateway learns it at the next look, after
   * every node knows it.
   */
  void rotate(UUID channel, byte[] hash, byte[] sealed, Instant now, Instant look) {
    sql.change(
        "update channel_route set previous_secret_hash = secret_hash, secret_hash = ?, rotated_at ="
            + " ?, watch_at = ? where organization_id = ? and channel_id = ?",
        hash,
        now,
        look,
        organization(),
        channel);
    sql.change(
        "update channel set webhook_secret_sealed = ?, registered_at = null, version = version + 1"
            + " where organization_id = ? and id = ?",
        sealed,
        organization(),
        channel);
    audit("channel.secret_rotated", channel);
  }

  Optional<Route> route(UUID channel) {
    return sql.row(
        """
        select r.channel_key, r.channel_type, c.webhook_secret_sealed, r.rotated_at as rotated_at, c.registered_at is not null as registered, c.gap_from as gap_from
        from channel c join channel_route r on r.organization_id = c.organization_id and r.channel_id = c.id
        where c.organization_id = ? and c.id = ?\
        """,
        row ->
            new Route(
                row.getString(1),
                ChannelType.valueOf(row.getString(2)),
                row.getBytes(3),
                TenantSql.instant(row, "rotated_at"),
                row.getBoolean("registered"),
                TenantSql.instant(row, "gap_from")),
        organization(),
        channel);
  }

  /** The gateway posts with the present secret: one that is older than {@code expired} ends. */
  void registered(UUID channel, Instant now, Instant expired) {
    sql.change(
        "update channel set registered_at = ?, version = version + 1 where organization_id = ? and"
            + " id = ? and registered_at is null",
        now,
        organization(),
        channel);
    sql.change(
        "update channel_route set previous_secret_hash = null, previous_signing_key_sealed = null"
            + " where organization_id = ? and channel_id = ? and rotated_at < ? and"
            + " coalesce(previous_secret_hash, previous_signing_key_sealed) is not null",
        organization(),
        channel,
        expired);
  }

  /** Returns whether it is another one than before; null is none. */
  boolean problem(UUID channel, String code) {
    return sql.change(
            "update channel set problem = ?, version = version + 1 where organization_id = ? and id"
                + " = ? and problem is distinct from ?",
            code,
            organization(),
            channel,
            code)
        == 1;
  }

  /** The gap that began then is filled; one that opened meanwhile stays. */
  void filled(UUID channel, Instant gapFrom) {
    sql.change(
        "update channel set gap_from = null, version = version + 1 where organization_id = ? and id"
            + " = ? and gap_from = ?",
        organization(),
        channel,
        gapFrom);
  }

  void audit(String type, UUID channel) {
    sql.change(
        "insert into audit_event (organization_id, type, data) values (?, ?,"
            + " jsonb_build_object('channel', ?::text))",
        organization(),
        type,
        channel.toString());
  }

  private static UUID organization() {
    return TenantScope.required().value();
  }
}
