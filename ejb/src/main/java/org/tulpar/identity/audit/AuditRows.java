package org.tulpar.identity.audit;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.identity.audit.AuditFilter.Spot;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** The events of the organization in scope: a page is cut from an index first, then named. */
@Repository
class AuditRows {

  private static final String PAGE =
      """
      select a.id, a.at as at, a.type, a.conversation_id, a.client_id, u.name as person, h.name as channel, w.name as other,
        coalesce(c.name, '+' || c.phone) as client,
        array(select x.key || '=' || left(x.value, 200) from jsonb_each_text(case jsonb_typeof(a.data) when 'object' then a.data end) x) as facts
      from (select a.* from audit_event a where %s order by a.at desc, a.id desc limit ?) a
      left join users u on u.organization_id = a.organization_id and u.id = a.user_id
      left join client c on c.organization_id = a.organization_id and c.id = a.client_id
      left join channel h on h.organization_id = a.organization_id and h.id::text = a.data ->> 'channel'
      left join users w on w.organization_id = a.organization_id and w.id::text = a.data ->> 'person'
      order by a.at desc, a.id desc
      """;

  private static final int MOST_PEOPLE = 500;

  @Inject TenantSql sql;

  List<AuditRow> page(AuditFilter filter, ZoneId zone, Spot behind, int most) {
    var condition = filter.condition(zone, behind);
    return sql.rows(PAGE.formatted(condition.sql()), AuditRows::row, condition.values(most));
  }

  /** Names by their numbers, those who are switched off, too. */
  Map<Long, String> people() {
    var people = new LinkedHashMap<Long, String>();
    sql.rows(
        "select id, name from users order by lower(name), id limit ?",
        r -> people.put(r.getLong("id"), r.getString("name")),
        MOST_PEOPLE);
    return people;
  }

  private static AuditRow row(ResultSet r) throws SQLException {
    var facts = new LinkedHashMap<String, String>();
    for (var fact : TenantSql.texts(r, "facts")) {
      var parts = fact.split("=", 2);
      facts.put(parts[0], parts[1]);
    }
    return new AuditRow(
        r.getLong("id"),
        TenantSql.instant(r, "at"),
        r.getString("type"),
        r.getString("person"),
        r.getObject("conversation_id", Long.class),
        r.getObject("client_id", Long.class),
        r.getString("client"),
        r.getString("channel"),
        r.getString("other"),
        facts);
  }
}
