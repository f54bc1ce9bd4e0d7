package org.tulpar.conversation.list;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Keeps filters of the inbox under names: a person's own, and those of everybody. */
@Stateless
public class InboxViews {

  /** So many stand in a menu; more would need a search of their own. */
  static final int MOST = 50;

  private static final int LONGEST = 60;

  @Repository
  static class Rows {

    @Inject TenantSql sql;

    List<InboxView> of(long userId) {
      return sql.rows(
          """
          select id, name, query, user_id is null as shared, made_by = ? as mine from inbox_view
          where user_id is null or user_id = ? order by user_id nulls first, lower(name), id limit 100
          """,
          r ->
              new InboxView(
                  r.getLong("id"),
                  r.getString("name"),
                  r.getString("query"),
                  r.getBoolean("shared"),
                  r.getBoolean("mine")),
          userId,
          userId);
    }

    void put(String name, String query, Long owner, long userId) {
      sql.change(
          """
          insert into inbox_view (organization_id, id, name, query, user_id, made_by) values (?, nextval('entity_id'), ?, ?, ?::bigint, ?)
          on conflict (organization_id, coalesce(user_id, 0), lower(name)) do update set query = excluded.query
          """,
          TenantScope.required().value(),
          name,
          query,
          owner,
          userId);
    }

    void remove(long id, long userId) {
      sql.change("delete from inbox_view where id = ? and made_by = ?", id, userId);
    }
  }

  @Inject Rows rows;

  /** The person's own and the shared ones. */
  public List<InboxView> of(long userId) {
    return rows.of(userId);
  }

  /**
   * Under a name that is there already it replaces the filter.
   *
   * @param shared for everybody of the organization
   * @throws ViewRefused when there is no name, a too long one, or too many views
   */
  public void save(String typed, InboxFilter filter, boolean shared, long userId) {
    var name = typed == null ? "" : typed.replace("\u0000", "").strip();
    if (name.isEmpty()) {
      throw new ViewRefused("name");
    }
    if (name.length() > LONGEST) {
      throw new ViewRefused("name_long");
    }
    if (rows.of(userId).size() >= MOST) {
      throw new ViewRefused("too_many");
    }
    rows.put(name, filter.query(), shared ? null : userId, userId);
  }

  /** Nothing happens to a view that another person has made. */
  public void remove(long id, long userId) {
    rows.remove(id, userId);
  }
}
