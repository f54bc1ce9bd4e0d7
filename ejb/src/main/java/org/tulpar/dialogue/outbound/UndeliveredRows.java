package org.tulpar.dialogue.outbound;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.Lane;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** What the organization in scope could not send. */
@Repository
class UndeliveredRows {

  private static final String DEAD =
      """
      select d.id, d.message_id, d.conversation_id, d.failed_at as since, cl.name as client_name, cl.phone, v.address,
             ch.type, ch.name as channel_name, left(coalesce(nullif(m.body, ''), m.content ->> 'text', ''), 300) as body, d.code, d.attempts, false as unknown
      from dead_letter d
      join message m on m.organization_id = d.organization_id and m.id = d.message_id
      join conversation v on v.organization_id = d.organization_id and v.id = d.conversation_id
      join client cl on cl.organization_id = v.organization_id and cl.id = v.client_id
      join channel ch on ch.organization_id = d.organization_id and ch.id = d.channel_id
      where d.settlement is null and d.id < ? order by d.id desc limit ?
      """;

  private static final String UNKNOWN =
      """
      select 0 as id, b.message_id, b.conversation_id, b.unknown_since as since, cl.name as client_name, cl.phone, v.address,
             ch.type, ch.name as channel_name, left(coalesce(nullif(m.body, ''), m.content ->> 'text', ''), 300) as body, m.failure_code as code, b.attempts, true as unknown
      from outbox_message b
      join message m on m.organization_id = b.organization_id and m.id = b.message_id
      join conversation v on v.organization_id = b.organization_id and v.id = b.conversation_id
      join client cl on cl.organization_id = v.organization_id and cl.id = v.client_id
      join channel ch on ch.organization_id = b.organization_id and ch.id = b.channel_id
      where b.claimed_by is not null and b.unknown_since < now() - interval '1 minute' order by b.unknown_since limit ?
      """;

  @Inject private TenantSql sql;

  /** Given up, newest first. */
  List<UndeliveredRow> dead(long before, int most) {
    return sql.rows(DEAD, UndeliveredRows::row, before, most);
  }

  /** Neither the echo nor the history has settled them within a minute; oldest first. */
  List<UndeliveredRow> unknown(int most) {
    return sql.rows(UNKNOWN, UndeliveredRows::row, most);
  }

  /** Returns the conversation; nothing when there is nothing to decide. */
  Optional<Long> decide(long message, Choice choice, long userId) {
    return sql.row(
            "select decide_message(?, ?, ?, ?::smallint)",
            row -> Optional.ofNullable(row.getObject(1, Long.class)),
            message,
            choice,
            userId,
            Lane.of(TenantScope.required()))
        .flatMap(conversation -> conversation);
  }

  /** Names of those channels that are the organization's. */
  List<String> names(Set<UUID> channels) {
    return channels.stream()
        .flatMap(
            id ->
                sql
                    .row("select name from channel where id = ?", row -> row.getString(1), id)
                    .stream())
        .sorted()
        .toList();
  }

  private static UndeliveredRow row(ResultSet row) throws SQLException {
    return new UndeliveredRow(
        row.getLong("id"),
        row.getLong("message_id"),
        row.getLong("conversation_id"),
        TenantSql.instant(row, "since"),
        row.getString("client_name"),
        row.getString("phone"),
        row.getString("address"),
        TenantSql.constant(row, "type", ChannelType.class),
        row.getString("channel_name"),
        row.getString("body"),
        row.getString("code"),
        row.getInt("attempts"),
        row.getBoolean("unknown"));
  }
}
