package org.tulpar.client.tag;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The tags of the organization in scope, and what is remembered of those that are gone. */
@Repository
class TagRows {

  private static final String USE =
      """
      select t.id, t.name, (select count(*) from (select from client_tag c
        where c.organization_id = t.organization_id and c.tag_id = t.id limit ?) x) as clients,
        (select count(*) from (select from company_tag f
        where f.organization_id = t.organization_id and f.tag_id = t.id limit ?) x) as companies
      """;

  @Inject private TenantSql sql;

  /** By name; each is counted in its own piece of the index, and no further than so many. */
  List<TagUse> page(String part, int from, int most, int counted) {
    return sql.rows(
        USE
            + """
            from (select organization_id, id, name from tag where ? = '' or position(lower(?) in lower(name)) > 0
                  order by lower(name), id limit ? offset ?) t
            order by lower(t.name), t.id
            """,
        TagRows::use,
        counted,
        counted,
        part,
        part,
        most,
        from);
  }

  Optional<TagUse> byId(long id, int counted) {
    return sql.row(USE + "from tag t where t.id = ?", TagRows::use, counted, counted, id);
  }

  private static TagUse use(ResultSet row) throws SQLException {
    return new TagUse(
        row.getLong("id"), row.getString("name"), row.getInt("clients"), row.getInt("companies"));
  }

  Optional<String> name(long id) {
    return sql.row("select name from tag where id = ?", row -> row.getString(1), id);
  }

  Optional<Long> named(String name) {
    return sql.row("select id from tag where lower(name) = lower(?)", row -> row.getLong(1), name);
  }

  /** False when another tag bears the name, or there is no such tag. */
  boolean rename(long id, String name) {
    return sql.change(
            """
            update tag t set name = ? where id = ? and not exists (
              select from tag o where o.organization_id = t.organization_id and lower(o.name) = lower(?) and o.id <> t.id)
            """,
            name,
            id,
            name)
        > 0;
  }

  /**
   * Takes a tag away and remembers it; with another one to join, whatever bore it gets that one.
   * Returns the number of the memory.
   */
  Optional<Long> remove(long id, Long into, long userId) {
    return sql.row(
        """
        with gone as (select t.organization_id, t.id, t.name, ?::bigint as into_id from tag t where t.id = ? for update),
        had as (select c.client_id from client_tag c join gone g on g.organization_id = c.organization_id and g.id = c.tag_id),
        firms as (select c.company_id from company_tag c join gone g on g.organization_id = c.organization_id and g.id = c.tag_id),
        got as (insert into client_tag (organization_id, client_id, tag_id)
          select g.organization_id, h.client_id, g.into_id from gone g, had h where g.into_id is not null
          on conflict do nothing returning client_id),
        got_firms as (insert into company_tag (organization_id, company_id, tag_id)
          select g.organization_id, h.company_id, g.into_id from gone g, firms h where g.into_id is not null
          on conflict do nothing returning company_id),
        kept as (insert into tag_removal (organization_id, name, clients, companies, into_id, gained, gained_companies, user_id)
          select g.organization_id, g.name, array(select client_id from had), array(select company_id from firms), g.into_id,
            array(select client_id from got), array(select company_id from got_firms), ? from gone g returning id),
        cut as (delete from tag t using gone g where t.organization_id = g.organization_id and t.id = g.id)
        select id from kept
        """,
        row -> row.getLong(1),
        into,
        id,
        userId);
  }

  /** The name of a removed tag, while it can be brought back. */
  Optional<String> removed(long removal) {
    return sql.row("select name from tag_removal where id = ?", row -> row.getString(1), removal);
  }

  /**
   * Brings a removed tag back, onto the clients and companies it was on; one that has become part
   * of another leads there. Whoever got the other tag only by the joining gives it back. Nothing
   * when a tag of this name is there again.
   */
  boolean restore(long removal) {
    return sql.row(
            """
            with back as (delete from tag_removal r where r.id = ? and not exists (
                select from tag t where t.organization_id = r.organization_id and lower(t.name) = lower(r.name)) returning *),
            made as (insert into tag (organization_id, id, name)
              select b.organization_id, nextval('entity_id'), b.name from back b returning organization_id, id),
            off as (delete from client_tag c using back b where c.organization_id = b.organization_id and c.tag_id = b.into_id
              and c.client_id = any (b.gained)),
            off_firms as (delete from company_tag c using back b where c.organization_id = b.organization_id and c.tag_id = b.into_id
              and c.company_id = any (b.gained_companies)),
            put as (insert into client_tag (organization_id, client_id, tag_id)
              select distinct m.organization_id, coalesce(c.merged_into_id, c.id), m.id from back b, made m, client c
              where c.organization_id = b.organization_id and c.id = any (b.clients)),
            put_firms as (insert into company_tag (organization_id, company_id, tag_id)
              select m.organization_id, f.id, m.id from back b, made m, company f
              where f.organization_id = b.organization_id and f.id = any (b.companies)
              union select m.organization_id, x.survivor_id, m.id from back b, made m, company_merge x
              where x.organization_id = b.organization_id and x.loser_id = any (b.companies))
            select id from made
            """,
            row -> row.getLong(1),
            removal)
        .isPresent();
  }

  /** What is older than thirty days is forgotten. */
  void forgetOld() {
    sql.change("delete from tag_removal where at < now() - interval '30 days'");
  }

  void record(String event, String name, long userId) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id, data) values (?, ?, ?,"
            + " jsonb_build_object('tag', ?::text))",
        TenantScope.required().value(),
        event,
        userId,
        name);
  }
}
