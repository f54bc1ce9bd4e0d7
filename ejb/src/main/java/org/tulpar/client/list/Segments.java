package org.tulpar.client.list;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Keeps filters under names. */
@Stateless
public class Segments {

  /** So many stand beside a list; more would need a search of their own. */
  static final int MOST = 50;

  private static final int LONGEST = 60;

  @Repository
  static class Rows {

    @Inject TenantSql sql;

    List<Segment> all() {
      return sql.rows(
          "select id, name, query, user_id from segment order by lower(name), id",
          r ->
              new Segment(
                  r.getLong("id"),
                  r.getString("name"),
                  r.getString("query"),
                  r.getLong("user_id")));
    }

    void put(String name, String query, long userId) {
      sql.change(
          """
          insert into segment (organization_id, id, name, query, user_id) values (?, nextval('entity_id'), ?, ?, ?)
          on conflict (organization_id, lower(name)) do update set query = excluded.query
          """,
          TenantScope.required().value(),
          name,
          query,
          userId);
    }

    void remove(long id) {
      sql.change("delete from segment where id = ?", id);
    }
  }

  @Inject Rows rows;

  public List<Segment> all() {
    return rows.all();
  }

  /**
   * Under a name that is there already it replaces the filter.
   *
   * @throws ClientRefused when there is no name, a too long one, no filter, or too many segments
   */
  public void save(String typed, ClientFilter filter, long userId) {
    var name = ClientInput.limited(typed, LONGEST, "segment_name_long");
    if (name == null) {
      throw new ClientRefused("segment_name");
    }
    if (!filter.isNarrow()) {
      throw new ClientRefused("segment_everybody");
    }
    var kept = rows.all();
    if (kept.size() >= MOST && kept.stream().noneMatch(one -> one.name().equalsIgnoreCase(name))) {
      throw new ClientRefused("segment_too_many");
    }
    rows.put(name, filter.query(), userId);
  }

  public void remove(long id) {
    rows.remove(id);
  }
}
