package org.tulpar.catalog.product;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The price facts of the organization in scope; the database keeps two from one day. */
@Repository
public class Prices {

  private static final int MOST = 400;

  @Inject TenantSql sql;

  List<PriceFact> of(long productId) {
    return sql.rows(
        "select * from product_price where product_id = ? order by unit, valid_from desc limit ?",
        Prices::row,
        productId,
        MOST);
  }

  /** The one that holds for a unit on a day: terms do not overlap, so the last to begin decides. */
  Optional<PriceFact> on(long productId, PriceUnit unit, LocalDate day) {
    return sql.row(
            "select * from product_price where product_id = ? and unit = ? and valid_from <= ?"
                + " order by valid_from desc limit 1",
            Prices::row,
            productId,
            unit,
            day)
        .filter(fact -> fact.holds(day));
  }

  /** Those that hold for some products on a day, by unit. */
  List<PriceFact> on(Long[] productIds, LocalDate day) {
    return sql.rows(
        """
        select * from product_price where product_id = any (?) and valid_from <= ? and (valid_to is null or valid_to >= ?)
        order by product_id, unit
        """,
        Prices::row,
        productIds,
        day,
        day);
  }

  /**
   * Those that hold for products on a day of its own each, by unit.
   *
   * @param days as ISO 8601 writes them, in the order of the products
   */
  List<PriceFact> onEach(Long[] productIds, String[] days) {
    return sql.rows(
        """
        select p.* from unnest(?::bigint[], ?::date[]) as w(product_id, day)
        join product_price p on p.product_id = w.product_id and p.valid_from <= w.day
          and (p.valid_to is null or p.valid_to >= w.day)
        order by p.product_id, p.unit
        """,
        Prices::row,
        productIds,
        days);
  }

  /** Facts of a unit that say something about a day of this term. */
  public List<PriceFact> within(long productId, PriceDraft draft) {
    return sql.rows(
        """
        select * from product_price where product_id = ? and unit = ? and valid_from <= coalesce(?::date, 'infinity')
          and coalesce(valid_to, 'infinity') >= ?
        """,
        Prices::row,
        productId,
        draft.unit(),
        draft.to(),
        draft.from());
  }

  /** The new id, or nothing when another fact holds on one of these days already. */
  public Optional<Long> insert(long productId, PriceDraft draft) {
    return sql.row(
        """
        insert into product_price (organization_id, id, product_id, unit, season, amount, currency, valid_from, valid_to)
        values (?, nextval('entity_id'), ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
        """,
        r -> r.getLong("id"),
        TenantScope.required().value(),
        productId,
        draft.unit(),
        draft.season(),
        draft.amount(),
        draft.currency(),
        draft.from(),
        draft.to());
  }

  /** False when it ends before that day anyway, begins after it, or is not there. */
  boolean end(long id, LocalDate last) {
    return sql.change(
            "update product_price set valid_to = ? where id = ? and valid_from <= ? and (valid_to is"
                + " null or valid_to > ?)",
            last,
            id,
            last,
            last)
        == 1;
  }

  /** The product it was of; nothing when an order was made from it, or it is not there. */
  public Optional<Long> remove(long id) {
    return sql.row(
        """
            delete from product_price p where p.id = ? and not exists (
              select from order_line l where l.organization_id = p.organization_id and l.price_id = p.id)
            returning p.product_id
            """,
        r -> r.getLong(1),
        id);
  }

  private static PriceFact row(ResultSet r) throws SQLException {
    return new PriceFact(
        r.getLong("id"),
        r.getLong("product_id"),
        TenantSql.constant(r, "unit", PriceUnit.class),
        r.getString("season"),
        r.getBigDecimal("amount"),
        r.getString("currency"),
        r.getObject("valid_from", LocalDate.class),
        r.getObject("valid_to", LocalDate.class));
  }
}
