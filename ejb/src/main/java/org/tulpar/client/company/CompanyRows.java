package org.tulpar.client.company;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tulpar.client.Tag;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFields;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Place;
import org.tulpar.tenant.list.Sum;

/**
 * Reads companies. A page is cut from an index first; tags and own fields are read, and clients and
 * deals counted, for the companies of the page only, in the same statement.
 */
@Repository
class CompanyRows {

  static final String ROW =
      """
      select f.id, f.name, f.name_key, f.about, f.version, n.clients, d.deals, d.sums,
        array(select t.id || ' ' || t.name from company_tag x join tag t on t.organization_id = x.organization_id and t.id = x.tag_id
          where x.organization_id = f.organization_id and x.company_id = f.id order by lower(t.name), t.id) as tags,
        %s
      from (select f.* from company f where %%s) f
      left join lateral (select count(*)::int as clients from client c
        where c.organization_id = f.organization_id and c.company_id = f.id and c.merged_into_id is null) n on true
      left join lateral (select coalesce(sum(x.many), 0)::int as deals,
          coalesce(array_agg(x.total::text || ' ' || x.currency order by x.currency) filter (where x.total is not null and x.currency is not null), '{}') as sums
        from (select d.currency, count(*) as many, sum(d.amount) as total from client c
          join deal d on d.organization_id = c.organization_id and d.client_id = c.id
          join stage s on s.organization_id = d.organization_id and s.id = d.stage_id and s.kind = 'OPEN'
          where c.organization_id = f.organization_id and c.company_id = f.id group by d.currency) x) d on true
      """
          .formatted(Bearer.COMPANY.own("f"));

  @Inject TenantSql sql;

  /**
   * @param from the row beside which the page begins, or null for the first page
   * @param back whether the page lies before that row; its rows come in reverse then
   */
  List<Company> page(CompanyFilter filter, Place from, boolean back, int most) {
    var condition = cut(filter, from, back);
    return sql.rows(page(condition, back), CompanyRows::row, condition.values(most));
  }

  static Condition cut(CompanyFilter filter, Place from, boolean back) {
    return filter.condition().beside(from, back, "f");
  }

  static String page(Condition condition, boolean back) {
    var order = " order by f.name_key %1$s, f.id %1$s".formatted(back ? "desc" : "asc");
    return ROW.formatted(condition.sql() + order + " limit ?") + order;
  }

  int count(CompanyFilter filter, int most) {
    var condition = filter.condition();
    return sql.row(counted(condition), r -> r.getInt(1), condition.values(most)).orElseThrow();
  }

  static String counted(Condition condition) {
    return "select count(*) from (select from company f where %s limit ?) x"
        .formatted(condition.sql());
  }

  Optional<Company> byId(long id) {
    return sql.row(ROW.formatted("f.id = ?"), CompanyRows::row, id);
  }

  /** Names only, without what is counted. */
  List<CompanyBook.Named> named(CompanyFilter filter, int most) {
    var condition = filter.condition();
    return sql.rows(
        "select f.id, f.name from company f where %s order by f.name_key, f.id limit ?"
            .formatted(condition.sql()),
        r -> new CompanyBook.Named(r.getLong("id"), r.getString("name")),
        condition.values(most));
  }

  /** Those still open first, then the latest. */
  List<CompanyDeal> deals(long id, int most) {
    return sql.rows(
        """
        select d.id, d.title, d.pipeline_id, s.name as stage, s.kind, d.amount, d.currency, c.id as client_id,
          coalesce(c.name, '+' || c.phone) as client
        from client c
        join deal d on d.organization_id = c.organization_id and d.client_id = c.id
        join stage s on s.organization_id = d.organization_id and s.id = d.stage_id
        where c.company_id = ? order by (s.kind = 'OPEN') desc, d.created_at desc, d.id desc limit ?
        """,
        CompanyRows::deal,
        id,
        most);
  }

  private static Company row(ResultSet r) throws SQLException {
    return new Company(
        r.getLong("id"),
        r.getString("name"),
        r.getString("name_key"),
        r.getString("about"),
        r.getInt("version"),
        Tag.all(TenantSql.texts(r, "tags")),
        CustomFields.read(TenantSql.texts(r, "own")),
        r.getInt("clients"),
        r.getInt("deals"),
        Sum.all(TenantSql.texts(r, "sums")));
  }

  private static CompanyDeal deal(ResultSet r) throws SQLException {
    return new CompanyDeal(
        r.getLong("id"),
        r.getString("title"),
        r.getLong("pipeline_id"),
        r.getString("stage"),
        r.getString("kind"),
        r.getBigDecimal("amount"),
        r.getString("currency"),
        r.getLong("client_id"),
        r.getString("client"));
  }
}
