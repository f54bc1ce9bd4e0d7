package org.tulpar.catalog.order;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.list.Sum;

/**
 * Reads orders. A page is cut from an index first; clients and lines are asked for the orders of
 * the page only, and the sums are the database's.
 */
@Repository
class OrderRows {

  private static final String SUMS =
      """
      array(select sum(l.amount)::text || ' ' || l.currency from order_line l
        where l.organization_id = o.organization_id and l.order_id = o.id group by l.currency order by l.currency) as sums""";

  private static final String ROW =
      """
      select o.*, coalesce(c.name, '+' || c.phone) as client, p.name as what, n.lines, n.starts_on,
      %s
      from (select o.* from orders o where %s order by o.id %s limit ?) o
      join client c on c.organization_id = o.organization_id and c.id = o.client_id
      left join lateral (select count(*)::int as lines, min(l.id) as first, min(d.starts_on) as starts_on from order_line l
        left join product_departure d on d.organization_id = l.organization_id and d.id = l.departure_id
        where l.organization_id = o.organization_id and l.order_id = o.id) n on true
      left join order_line l on l.organization_id = o.organization_id and l.id = n.first
      left join product p on p.organization_id = l.organization_id and p.id = l.product_id
      order by o.id %s
      """;

  @Inject TenantSql sql;

  /**
   * @param from the order beside which the page begins, or null for the newest
   * @param back whether the page lies before it; its rows come in reverse then
   */
  List<OrderRow> page(OrderFilter filter, Long from, boolean back, int most) {
    var condition = filter.condition().where(back ? "o.id > ?" : "o.id < ?", from);
    var way = back ? "asc" : "desc";
    return sql.rows(
        ROW.formatted(SUMS, condition.sql(), way, way), OrderRows::row, condition.values(most));
  }

  int count(OrderFilter filter, int most) {
    var condition = filter.condition();
    return sql.row(
            "select count(*) from (select from orders o where %s limit ?) x"
                .formatted(condition.sql()),
            r -> r.getInt(1),
            condition.values(most))
        .orElseThrow();
  }

  Optional<OrderCard> byId(long id) {
    return sql.row(
        """
        select o.*, coalesce(c.name, '+' || c.phone) as client, d.title as deal,
        %s
        from orders o join client c on c.organization_id = o.organization_id and c.id = o.client_id
        left join deal d on d.organization_id = o.organization_id and d.id = o.deal_id where o.id = ?
        """
            .formatted(SUMS),
        r -> card(r, lines(id), steps(id)),
        id);
  }

  private List<OrderLine> lines(long orderId) {
    return sql.rows(
        """
        select l.*, p.name as product, d.starts_on from order_line l
        join product p on p.organization_id = l.organization_id and p.id = l.product_id
        left join product_departure d on d.organization_id = l.organization_id and d.id = l.departure_id
        where l.order_id = ? order by l.id
        """,
        OrderRows::line,
        orderId);
  }

  private List<OrderStep> steps(long orderId) {
    return sql.rows(
        """
        select s.*, u.name as person from order_status_change s
        left join users u on u.organization_id = s.organization_id and u.id = s.user_id
        where s.order_id = ? order by s.id desc
        """,
        r ->
            new OrderStep(
                TenantSql.constant(r, "from_status", OrderStatus.class),
                TenantSql.constant(r, "to_status", OrderStatus.class),
                r.getString("person"),
                TenantSql.instant(r, "at")),
        orderId);
  }

  private static OrderRow row(ResultSet r) throws SQLException {
    return new OrderRow(
        r.getLong("id"),
        r.getLong("number"),
        TenantSql.constant(r, "status", OrderStatus.class),
        r.getInt("version"),
        r.getLong("client_id"),
        r.getString("client"),
        r.getString("what"),
        r.getInt("lines"),
        r.getObject("starts_on", LocalDate.class),
        Sum.all(TenantSql.texts(r, "sums")),
        TenantSql.instant(r, "created_at"));
  }

  private static OrderCard card(ResultSet r, List<OrderLine> lines, List<OrderStep> steps)
      throws SQLException {
    return new OrderCard(
        r.getLong("id"),
        r.getLong("number"),
        TenantSql.constant(r, "status", OrderStatus.class),
        r.getInt("version"),
        r.getLong("client_id"),
        r.getString("client"),
        r.getObject("conversation_id", Long.class),
        r.getObject("deal_id", Long.class),
        r.getString("deal"),
        r.getString("address"),
        r.getString("phone"),
        r.getString("note"),
        TenantSql.instant(r, "created_at"),
        lines,
        Sum.all(TenantSql.texts(r, "sums")),
        steps);
  }

  private static OrderLine line(ResultSet r) throws SQLException {
    return new OrderLine(
        r.getLong("id"),
        r.getLong("product_id"),
        r.getString("product"),
        r.getObject("starts_on", LocalDate.class),
        TenantSql.constant(r, "unit", PriceUnit.class),
        r.getInt("quantity"),
        r.getBigDecimal("unit_price"),
        r.getBigDecimal("amount"),
        r.getString("currency"),
        r.getLong("price_id"));
  }
}
