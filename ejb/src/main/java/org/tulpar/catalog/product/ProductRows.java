package org.tulpar.catalog.product;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Place;

/**
 * Reads the product list. The page is cut from an index first; departures and prices are asked for
 * the products of the page only.
 */
@Repository
class ProductRows {

  private static final String ROW =
      """
      select p.id, p.type, p.code, p.name, p.name_key, p.active, r.name as partner,
        d.id as departure_id, d.product_id, d.starts_on, d.ends_on, d.seats, d.taken, d.version
      from (select p.* from product p where %1$s order by p.name_key %2$s, p.id %2$s limit ?) p
      left join partner r on r.organization_id = p.organization_id and r.id = p.partner_id
      left join lateral (select x.* from product_departure x where x.organization_id = p.organization_id
        and x.product_id = p.id and x.starts_on >= ? order by x.starts_on limit 1) d on true
      order by p.name_key %2$s, p.id %2$s
      """;

  @Inject TenantSql sql;
  @Inject Prices prices;

  /**
   * @param from the row beside which the page begins, or null for the first page
   * @param back whether the page lies before that row; its rows come in reverse then
   */
  List<ProductRow> page(ProductFilter filter, Place from, boolean back, int most, LocalDate today) {
    var found = cut(filter.condition().beside(from, back, "p"), back, most, today);
    return priced(found, prices.on(ids(found), today));
  }

  /** The first by name, with the prices of the day they set out on, or of today. */
  List<ProductList.Named> named(ProductFilter filter, int most) {
    var condition = filter.condition();
    return sql.rows(
        "select p.id, p.code, p.name from product p where %s order by p.name_key, p.id limit ?"
            .formatted(condition.sql()),
        r -> new ProductList.Named(r.getLong("id"), r.getString("code"), r.getString("name")),
        condition.values(most));
  }

  List<ProductRow> quotable(ProductFilter filter, int most, LocalDate today) {
    var found = cut(filter.condition(), false, most, today);
    var days =
        found.stream()
            .map(row -> row.next() == null ? today : row.next().starts())
            .map(LocalDate::toString)
            .toArray(String[]::new);
    return priced(found, prices.onEach(ids(found), days));
  }

  private List<ProductRow> cut(Condition condition, boolean back, int most, LocalDate today) {
    return sql.rows(
        ROW.formatted(condition.sql(), back ? "desc" : "asc"),
        ProductRows::row,
        condition.values(most, today));
  }

  private static Long[] ids(List<ProductRow> found) {
    return found.stream().map(ProductRow::id).toArray(Long[]::new);
  }

  private static List<ProductRow> priced(List<ProductRow> found, List<PriceFact> facts) {
    var valid = facts.stream().collect(Collectors.groupingBy(PriceFact::productId));
    return found.stream().map(row -> priced(row, valid)).toList();
  }

  int count(ProductFilter filter, int most) {
    var condition = filter.condition();
    return sql.row(
            "select count(*) from (select from product p where %s limit ?) x"
                .formatted(condition.sql()),
            r -> r.getInt(1),
            condition.values(most))
        .orElseThrow();
  }

  private static ProductRow priced(ProductRow row, Map<Long, List<PriceFact>> valid) {
    return new ProductRow(
        row.id(),
        row.type(),
        row.code(),
        row.name(),
        row.nameKey(),
        row.partner(),
        row.active(),
        row.next(),
        valid.getOrDefault(row.id(), List.of()));
  }

  private static ProductRow row(ResultSet r) throws SQLException {
    return new ProductRow(
        r.getLong("id"),
        TenantSql.constant(r, "type", ProductType.class),
        r.getString("code"),
        r.getString("name"),
        r.getString("name_key"),
        r.getString("partner"),
        r.getBoolean("active"),
        r.getObject("departure_id") == null ? null : Departures.row(r, "departure_id"),
        List.of());
  }
}
