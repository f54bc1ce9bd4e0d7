package org.tulpar.catalog.partner;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tulpar.catalog.Offered;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.list.Place;

/** The partners of the organization in scope. */
@Repository
public class Partners {

  private static final int MOST_CHOICES = 500;

  private static final String ROW =
      """
      select r.*, (select count(*) from product p where p.organization_id = r.organization_id and p.partner_id = r.id and p.active)::int as products
      from (select r.* from partner r where %s) r
      """;

  @Inject TenantSql sql;

  List<Partner> page(PartnerFilter filter, Place from, boolean back, int most) {
    var condition = filter.condition().beside(from, back, "r");
    var order = " order by r.name_key %1$s, r.id %1$s".formatted(back ? "desc" : "asc");
    return sql.rows(
        ROW.formatted(condition.sql() + order + " limit ?") + order,
        Partners::row,
        condition.values(most));
  }

  int count(PartnerFilter filter, int most) {
    var condition = filter.condition();
    return sql.row(
            "select count(*) from (select from partner r where %s limit ?) x"
                .formatted(condition.sql()),
            r -> r.getInt(1),
            condition.values(most))
        .orElseThrow();
  }

  Optional<Partner> byId(long id) {
    return sql.row(ROW.formatted("r.id = ?"), Partners::row, id);
  }

  /** Names only, without what is counted. */
  List<Offered> named(PartnerFilter filter, int most) {
    var condition = filter.condition();
    return sql.rows(
        "select r.id, r.name from partner r where %s order by r.name_key, r.id limit ?"
            .formatted(condition.sql()),
        r -> new Offered(r.getLong("id"), r.getString("name")),
        condition.values(most));
  }

  /** Those one works with, by name. */
  List<Offered> choices() {
    return sql.rows(
        "select id, name from partner where active order by name_key, id limit ?",
        r -> new Offered(r.getLong("id"), r.getString("name")),
        MOST_CHOICES);
  }

  public Optional<Long> known(String name) {
    return sql.row("select id from partner where name_key = lower(?)", r -> r.getLong(1), name);
  }

  /** The partner of this name, made when there is none. */
  public long named(String name) {
    sql.change(
        "insert into partner (organization_id, id, name) values (?, nextval('entity_id'), ?)"
            + " on conflict (organization_id, name_key) do nothing",
        TenantScope.required().value(),
        name);
    return known(name).orElseThrow();
  }

  /** The new id, or nothing when the name is taken. */
  Optional<Long> insert(PartnerEdit.Checked edit) {
    return sql.row(
        """
        insert into partner (organization_id, id, name, person, phone, email, about, commission, active)
        values (?, nextval('entity_id'), ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
        """,
        r -> r.getLong("id"),
        TenantScope.required().value(),
        edit.name(),
        edit.person(),
        edit.phone(),
        edit.email(),
        edit.about(),
        edit.commission(),
        edit.active());
  }

  /** False when the partner is not in this version any more. */
  boolean update(long id, PartnerEdit.Checked edit, int version) {
    return sql.change(
            """
            update partner set name = ?, person = ?, phone = ?, email = ?, about = ?, commission = ?, active = ?, version = version + 1
            where id = ? and version = ?
            """,
            edit.name(),
            edit.person(),
            edit.phone(),
            edit.email(),
            edit.about(),
            edit.commission(),
            edit.active(),
            id,
            version)
        == 1;
  }

  private static Partner row(ResultSet r) throws SQLException {
    return new Partner(
        r.getLong("id"),
        r.getString("name"),
        r.getString("name_key"),
        r.getString("person"),
        r.getString("phone"),
        r.getString("email"),
        r.getString("about"),
        r.getBigDecimal("commission"),
        r.getBoolean("active"),
        r.getInt("version"),
        r.getInt("products"));
  }
}
