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

/** The departures of the organization in scope. */
@Repository
public class Departures {

  /** A product's page shows no more. */
  private static final int MOST = 200;

  @Inject TenantSql sql;

  /** The next first, then those that have set out, the latest first. */
  List<Departure> of(long productId, LocalDate today) {
    return sql.rows(
        """
        (select * from product_departure where product_id = ? and starts_on >= ? order by starts_on limit ?)
        union all
        (select * from product_departure where product_id = ? and starts_on < ? order by starts_on desc limit ?)
        """,
        r -> row(r, "id"),
        productId,
        today,
        MOST,
        productId,
        today,
        MOST);
  }

  public Optional<Departure> byId(long id) {
    return sql.row("select * from product_departure where id = ?", r -> row(r, "id"), id);
  }

  public Optional<Departure> starting(long productId, LocalDate day) {
    return sql.row(
        "select * from product_departure where product_id = ? and starts_on = ?",
        r -> row(r, "id"),
        productId,
        day);
  }

  /** The new id, or nothing when one sets out on that day already. */
  public Optional<Long> insert(long productId, LocalDate starts, LocalDate ends, int seats) {
    return sql.row(
        """
        insert into product_departure (organization_id, id, product_id, starts_on, ends_on, seats)
        values (?, nextval('entity_id'), ?, ?, ?, ?) on conflict (organization_id, product_id, starts_on) do nothing returning id
        """,
        r -> r.getLong("id"),
        TenantScope.required().value(),
        productId,
        starts,
        ends,
        seats);
  }

  /** False when fewer seats are left than were taken meanwhile, or it is not there. */
  boolean seat(long id, int seats) {
    return sql.change(
            "update product_departure set seats = ?, version = version + 1 where id = ? and taken <="
                + " ?",
            seats,
            id,
            seats)
        == 1;
  }

  /** The product it was of; nothing when something was ordered on it, or it is not there. */
  public Optional<Long> remove(long id) {
    return sql.row(
        """
            delete from product_departure d where d.id = ? and not exists (
              select from order_line l where l.organization_id = d.organization_id and l.departure_id = d.id)
            returning d.product_id
            """,
        r -> r.getLong(1),
        id);
  }

  static Departure row(ResultSet r, String id) throws SQLException {
    return new Departure(
        r.getLong(id),
        r.getLong("product_id"),
        r.getObject("starts_on", LocalDate.class),
        r.getObject("ends_on", LocalDate.class),
        r.getInt("seats"),
        r.getInt("taken"),
        r.getInt("version"));
  }
}
