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
   * Takes a tag away and remembers it; with another one to join, whatever bore it gets that one,
   * and so does whatever is parted again that bore it before a merge. Returns the number of the
   * memory.
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
        mergers as (update company_merge m set tags = m.tags || g.into_id,
            gained = case when g.id = any (m.gained) and m.survivor_id in (select company_id from got_firms) then m.gained || g.into_id else m.gained end
          from gone g where m.organization_id = g.organization_id and g.id = any (m.tags) and g.into_id <> all (m.tags) returning m.id),
        cards as (update client_merge m set moved = jsonb_set(m.moved, '{tags}', m.moved -> 'tags' || to_jsonb(g.into_id))
          from gone g where m.organization_id = g.organization_id and m.survivor_id in (select client_id from got)
            and m.moved -> 'tags' @> to_jsonb(g.id)),
        kept as (insert into tag_removal (organization_id, tag_id, name, clients, companies, into_id, gained, gained_companies, mergers, user_id)
          select g.organization_id, g.id, g.name, array(select client_id from had), array(select company_id from firms), g.into_id,
            array(select client_id from got), array(select company_id from got_firms), array(select id from mergers), ? from gone g returning id),
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
   * Brings a removed tag back as the one it was, onto the clients and companies it was on; one that
   * has become part of another leads there, and bears it again when they are parted. Whoever got
   * the other tag only by the joining gives it back. Nothing when a tag of this name is there
   * again.
   */
  boolean restore(long removal) {
    return sql.row(
            """
            with back as (delete from tag_removal r where r.id = ? and not exists (
                select from tag t where t.organization_id = r.organization_id and lower(t.name) = lower(r.name)) returning *),
            made as (insert into tag (organization_id, id, name)
              select b.organization_id, b.tag_id, b.name from back b returning organization_id, id),
            off as (delete from client_tag c using back b where c.organization_id = b.organization_id and c.tag_id = b.into_id
              and c.client_id = any (b.gained)),
            off_firms as (delete from company_tag c using back b where c.organization_id = b.organization_id and c.tag_id = b.into_id
              and c.company_id = any (b.gained_companies)),
            put as (insert into client_tag (organization_id, client_id, tag_id)
              select distinct m.organization_id, x.id, m.id from back b, made m, client c, lateral (values (c.id), (c.merged_into_id)) as x (id)
              where c.organization_id = b.organization_id and c.id = any (b.clients) and x.id is not null),
            cards as (update client_merge m set moved = jsonb_set(m.moved, '{tags}',
                (select coalesce(jsonb_agg(e), '[]') from jsonb_array_elements(m.moved -> 'tags') e where e <> to_jsonb(b.into_id)))
              from back b where m.organization_id = b.organization_id and b.into_id is not null and m.survivor_id = any (b.gained)
                and m.moved -> 'tags' @> to_jsonb(b.tag_id)),
            apart as (update company_merge m set tags = array_remove(m.tags, b.into_id), gained = array_remove(m.gained, b.into_id)
              from back b where m.organization_id = b.organization_id and m.id = any (b.mergers)),
            since as (update company_merge m set tags = m.tags || b.tag_id,
                gained = case when m.survivor_id = any (b.companies) then m.gained else m.gained || b.tag_id end
              from back b where m.organization_id = b.organization_id and m.loser_id = any (b.companies)),
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
