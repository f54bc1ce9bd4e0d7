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

/** The products of the organization in scope. */
@Repository
public class Products {

  @Inject TenantSql sql;
  @Inject Departures departures;
  @Inject Prices prices;

  Optional<ProductCard> byId(long id, LocalDate today) {
    return sql.row(
        """
        select p.*, r.name as partner from product p
        left join partner r on r.organization_id = p.organization_id and r.id = p.partner_id where p.id = ?
        """,
        r -> card(r, departures.of(id, today), prices.of(id)),
        id);
  }

  /** What is called so in the organization's papers, or else by exactly this name. */
  public Optional<Long> known(String code, String name) {
    return code == null
        ? sql.row(
            "select id from product where name_key = lower(?) order by id limit 1",
            r -> r.getLong(1),
            name)
        : sql.row("select id from product where code_key = lower(?)", r -> r.getLong(1), code);
  }

  /** The new id, or nothing when the code is taken. */
  public Optional<Long> insert(ProductEdit edit, Long importId) {
    return sql.row(
        """
        insert into product (organization_id, id, type, code, name, description, partner_id, active, import_id)
        values (?, nextval('entity_id'), ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
        """,
        r -> r.getLong("id"),
        TenantScope.required().value(),
        edit.type(),
        edit.code(),
        edit.name(),
        edit.description(),
        edit.partnerId(),
        edit.active(),
        importId);
  }

  boolean isTaken(String code, long byOtherThan) {
    return code != null
        && sql.row(
                "select 1 from product where code_key = lower(?) and id <> ?",
                r -> true,
                code,
                byOtherThan)
            .isPresent();
  }

  /** False when the product is not in this version any more. */
  boolean update(long id, ProductEdit edit) {
    return sql.change(
            """
            update product set type = ?, code = ?, name = ?, description = ?, partner_id = ?, active = ?, version = version + 1
            where id = ? and version = ?
            """,
            edit.type(),
            edit.code(),
            edit.name(),
            edit.description(),
            edit.partnerId(),
            edit.active(),
            id,
            edit.version())
        == 1;
  }

  private static ProductCard card(ResultSet r, List<Departure> departures, List<PriceFact> prices)
      throws SQLException {
    return new ProductCard(
        r.getLong("id"),
        TenantSql.constant(r, "type", ProductType.class),
        r.getString("code"),
        r.getString("name"),
        r.getString("description"),
        r.getObject("partner_id", Long.class),
        r.getString("partner"),
        r.getBoolean("active"),
        r.getInt("version"),
        departures,
        prices);
  }
}
