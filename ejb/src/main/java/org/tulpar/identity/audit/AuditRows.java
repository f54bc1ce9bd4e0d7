package org.tulpar.identity.audit;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.identity.audit.AuditFilter.Spot;
import org.tulpar.identity.audit.AuditRow.Thing;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.Facts;
import org.tulpar.tenant.TenantSql;

/** The events of the organization in scope: a page is cut from an index first, then named. */
@Repository
class AuditRows {

  private static final String PAGE =
      """
      select a.id, a.at as at, a.type, a.conversation_id, a.client_id, u.name as person, h.name as channel, w.name as other,
        coalesce(c.name, '+' || c.phone) as client,
        case when p.id is not null then 'product' when b.id is not null then 'partner' when f.id is not null then 'company'
          when o.id is not null then 'order' when d.id is not null then 'deal' when t.id is not null then 'team' end as kind,
        coalesce(p.id, b.id, f.id, o.id, d.id, t.id) as thing_id, coalesce(p.name, b.name, f.name, d.title, t.name) as thing,
        %s as facts
      from (select a.* from audit_event a where %s order by a.at desc, a.id desc limit ?) a
      cross join lateral (select %s as product, %s as price, %s as departure, %s as partner, %s as company, %s as "order", %s as deal, %s as team) n
      left join users u on u.organization_id = a.organization_id and u.id = a.user_id
      left join conversation v on v.organization_id = a.organization_id and v.id = a.conversation_id
      left join client c on c.organization_id = a.organization_id and c.id = coalesce(a.client_id, v.client_id)
      left join product_price r on r.organization_id = a.organization_id and r.id = n.price
      left join product_departure s on s.organization_id = a.organization_id and s.id = n.departure
      left join product p on p.organization_id = a.organization_id and p.id = coalesce(n.product, r.product_id, s.product_id)
      left join partner b on b.organization_id = a.organization_id and b.id = n.partner
      left join company f on f.organization_id = a.organization_id and f.id = n.company
      left join orders o on o.organization_id = a.organization_id and o.id = n."order"
      left join deal d on d.organization_id = a.organization_id and d.id = n.deal
      left join team t on t.organization_id = a.organization_id and t.id = n.team
      left join channel h on h.organization_id = a.organization_id and h.id::text = a.data ->> 'channel'
      left join users w on w.organization_id = a.organization_id and w.id::text = a.data ->> 'person'
      order by a.at desc, a.id desc
      """;

  private static final int MOST_PEOPLE = 500;

  @Inject TenantSql sql;

  List<AuditRow> page(AuditFilter filter, ZoneId zone, Spot behind, int most) {
    var condition = filter.condition(zone, behind);
    return sql.rows(
        PAGE.formatted(
            Facts.of("a.data"),
            condition.sql(),
            number("product"),
            number("price"),
            number("departure"),
            number("partner"),
            number("company"),
            number("order"),
            number("deal"),
            number("team")),
        AuditRows::row,
        condition.values(most));
  }

  /** What an event keeps under a name, where that is a number. */
  private static String number(String fact) {
    return "case when a.data ->> '%1$s' ~ '^[0-9]{1,18}$' then (a.data ->> '%1$s')::bigint end"
        .formatted(fact);
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
        thing(r),
        Facts.read(r, "facts"));
  }

  private static Thing thing(ResultSet r) throws SQLException {
    var kind = r.getString("kind");
    return kind == null ? null : new Thing(kind, r.getLong("thing_id"), r.getString("thing"));
  }
}
