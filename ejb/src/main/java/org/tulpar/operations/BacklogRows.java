package org.tulpar.operations;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.kernel.Repository;

/**
 * Counts what is unsettled from the indexes of what waits and what failed, and the rest from the
 * day's counters.
 */
@Repository
class BacklogRows {

  private static final String ALL =
      """
      select o.name, c.name, c.type, c.connection_state, coalesce(c.down_since, c.state_changed_at) as state_since, c.down_since < now() - interval '5 minutes' as alert,
        coalesce(w.n, 0), w.oldest, coalesce(f.n, 0), coalesce(d.processed, 0)
      from channel c
      join organization o on o.organization_id = c.organization_id
      left join (select organization_id, channel_id, count(*) as n, min(received_at) as oldest from inbound_event
                 where status = 'WAITING' group by 1, 2) w on w.organization_id = c.organization_id and w.channel_id = c.id
      left join (select organization_id, channel_id, count(*) as n from inbound_event
                 where status = 'FAILED' group by 1, 2) f on f.organization_id = c.organization_id and f.channel_id = c.id
      left join ledger_day d on d.organization_id = c.organization_id and d.channel_id = c.id and d.day = ?
      where not c.example and (c.removed_at is null or w.n > 0 or f.n > 0)
      order by coalesce(w.n, 0) desc, coalesce(f.n, 0) desc, o.name, c.name limit ?
      """;

  @Inject private ConsoleSql sql;

  List<ChannelBacklog> all(LocalDate today, int most) {
    return sql.rows(
        ALL,
        row ->
            new ChannelBacklog(
                row.getString(1),
                row.getString(2),
                ChannelType.valueOf(row.getString(3)),
                ConnectionState.valueOf(row.getString(4)),
                ConsoleSql.instant(row, "state_since"),
                row.getBoolean("alert"),
                row.getLong(7),
                ConsoleSql.instant(row, "oldest"),
                row.getLong(9),
                row.getLong(10)),
        today,
        most);
  }
}
