package org.tulpar.conversation.begin;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelType;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Reads where a client can be reached, and makes the conversation. */
@Repository
class BeginRows {

  /** More channels than anybody chooses from. */
  private static final int MOST = 50;

  /**
   * A person has one address at a messenger, but for Chat2Desk, which numbers people anew for each
   * account; a group is where its number is. The name of a group is no person's.
   */
  private static final String KNOWN =
      """
      select h.id, h.type, h.name, c.phone, b.address, b.kind, i.value as identity
      from client c
      join channel h on h.organization_id = c.organization_id and h.removed_at is null and not h.example
      left join lateral (
        select v.address, v.kind from conversation v
        join channel o on o.organization_id = v.organization_id and o.id = v.channel_id
        where v.organization_id = c.organization_id and v.client_id = c.id and o.type = h.type and v.last_client_at is not null
          and (v.channel_id = h.id and v.kind in ('DIRECT', 'GROUP') or v.kind = 'DIRECT' and o.type <> 'CHAT2DESK')
        order by v.channel_id = h.id desc, v.id desc limit 1) b on true
      left join lateral (
        select x.value from client_identity x
        where x.organization_id = c.organization_id and x.client_id = c.id and x.channel_type = h.type and case x.channel_type
          when 'EVOLUTION' then x.value ~ '@(s[.]whatsapp[.]net|lid)$'
          when 'WHATSAPP_CLOUD' then x.kind in ('PHONE', 'BSUID')
          when 'TELEGRAM' then x.value ~ '^[0-9]+$' else false end
        order by x.kind in ('JID', 'PHONE') desc, x.created_at desc, x.value limit 1) i on true
      where c.id = ? and c.merged_into_id is null and not c.example
      order by lower(h.name), h.id limit ?
      """;

  @Inject TenantSql sql;

  List<Reach> reaches(long clientId) {
    return sql.rows(KNOWN, BeginRows::known, clientId, MOST).stream()
        .map(Reach::of)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Nothing when her name in the messenger is somebody else's, or she is not there any more. */
  Optional<Long> begin(long clientId, Reach reach, long userId) {
    var name = reach.name();
    return sql.row(
            "select begin_conversation(?, ?, ?, ?, ?, ?, ?, ?)",
            row -> Optional.ofNullable(row.getObject(1, Long.class)),
            clientId,
            reach.way().channelId(),
            reach.address(),
            reach.kind(),
            reach.way().type(),
            name == null ? null : name.kind(),
            name == null ? null : name.value(),
            userId)
        .flatMap(found -> found);
  }

  List<Long> takeAway(int most) {
    return sql.rows("select take_away_begun(?)", row -> row.getLong(1), most);
  }

  private static Reach.Known known(ResultSet r) throws SQLException {
    return new Reach.Known(
        new Way(
            r.getObject("id", UUID.class),
            TenantSql.constant(r, "type", ChannelType.class),
            r.getString("name")),
        r.getString("address"),
        TenantSql.constant(r, "kind", ChatKind.class),
        r.getString("identity"),
        r.getString("phone"));
  }
}
