package org.tulpar.conversation.canned;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Keeps the organization's canned replies. */
@Stateless
public class CannedReplies {

  /** So many are carried to a page. */
  public static final int MOST = 300;

  private static final int LONGEST_SHORTCUT = 40;
  private static final int LONGEST_BODY = 4096;
  private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_-]+");

  @Repository
  static class Rows {

    @Inject TenantSql sql;

    List<CannedReply> all() {
      return sql.rows(
          "select id, shortcut, body from canned_reply order by lower(shortcut), id limit ?",
          r -> new CannedReply(r.getLong("id"), r.getString("shortcut"), r.getString("body")),
          MOST);
    }

    boolean put(Long id, String shortcut, String body, long userId) {
      return id == null
          ? sql.change(
                  """
                  insert into canned_reply (organization_id, id, shortcut, body, user_id) values (?, nextval('entity_id'), ?, ?, ?)
                  on conflict (organization_id, lower(shortcut)) do nothing
                  """,
                  TenantScope.required().value(),
                  shortcut,
                  body,
                  userId)
              > 0
          : sql.change(
                  """
                  update canned_reply r set shortcut = ?, body = ?, updated_at = now() where id = ?
                    and not exists (select from canned_reply o where o.organization_id = r.organization_id
                                    and lower(o.shortcut) = lower(?) and o.id <> r.id)
                  """,
                  shortcut,
                  body,
                  id,
                  shortcut)
              > 0;
    }

    void remove(long id) {
      sql.change("delete from canned_reply where id = ?", id);
    }

    void record(String event, String shortcut, long userId) {
      sql.change(
          "insert into audit_event (organization_id, type, user_id, data) values (?, ?, ?,"
              + " jsonb_build_object('shortcut', ?::text))",
          TenantScope.required().value(),
          event,
          userId,
          shortcut);
    }
  }

  @Inject Rows rows;

  /** By name, at most {@link #MOST}. */
  public List<CannedReply> all() {
    return rows.all();
  }

  /**
   * @param id of the one that is changed, or null for a new one
   * @throws CannedRefused when the name or the text cannot stand, the name is taken, or there are
   *     too many
   */
  public void save(Long id, String typedShortcut, String typedBody, long userId) {
    var shortcut = shortcut(typedShortcut);
    var body =
        typedBody == null ? "" : typedBody.replace("\u0000", "").replace("\r\n", "\n").strip();
    if (body.isEmpty()) {
      throw new CannedRefused("body");
    }
    if (body.length() > LONGEST_BODY) {
      throw new CannedRefused("body_long");
    }
    if (id == null && rows.all().size() >= MOST) {
      throw new CannedRefused("too_many");
    }
    if (!rows.put(id, shortcut, body, userId)) {
      throw new CannedRefused("taken");
    }
    rows.record("canned_reply.saved", shortcut, userId);
  }

  public void remove(long id, long userId) {
    rows.remove(id);
    rows.record("canned_reply.removed", Long.toString(id), userId);
  }

  private static String shortcut(String typed) {
    var shortcut = typed == null ? "" : typed.strip().replaceFirst("^/", "");
    if (!SHORTCUT.matcher(shortcut).matches() || shortcut.length() > LONGEST_SHORTCUT) {
      throw new CannedRefused("shortcut");
    }
    return shortcut;
  }
}
