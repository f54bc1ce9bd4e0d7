package org.tulpar.operations;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.tulpar.kernel.Repository;

/** A page of organizations is cut from its index first; only those of the page are counted. */
@Repository
class OrganizationRows {

  private static final String PAGE =
      """
      select o.name, o.created_at, o.live_at, u.people, c.channels, c.open, m.messages, coalesce(w.waiting, 0) as waiting, f.failed
      from (select * from organization where kind = 'CUSTOMER' and (? = '' or position(lower(?) in lower(name)) > 0)
            order by lower(name), organization_id limit ? offset ?) o
      cross join lateral (select count(*) as people from users x where x.organization_id = o.organization_id and x.active) u
      cross join lateral (select count(*) as channels, count(*) filter (where x.connection_state = 'OPEN') as open
                          from channel x where x.organization_id = o.organization_id and x.removed_at is null and not x.example) c
      cross join lateral (select coalesce(sum(x.client_messages + x.bot_messages + x.manager_messages), 0) as messages
                          from conversation_day x where x.organization_id = o.organization_id and x.day > ?) m
      cross join lateral (select count(*) as failed from inbound_event x
                          where x.organization_id = o.organization_id and x.status = 'FAILED') f
      left join (select organization_id, count(*) as waiting from inbound_event where status = 'WAITING' group by 1) w
        on w.organization_id = o.organization_id
      order by lower(o.name), o.organization_id
      """;

  @Inject private ConsoleSql sql;

  List<OrganizationLoad> page(String part, LocalDate after, int from, int most) {
    return sql.rows(PAGE, OrganizationRows::row, part, part, most, from, after);
  }

  private static OrganizationLoad row(ResultSet row) throws SQLException {
    return new OrganizationLoad(
        row.getString("name"),
        ConsoleSql.instant(row, "created_at"),
        ConsoleSql.instant(row, "live_at"),
        row.getLong("people"),
        row.getLong("channels"),
        row.getLong("open"),
        row.getLong("messages"),
        row.getLong("waiting"),
        row.getLong("failed"));
  }
}
