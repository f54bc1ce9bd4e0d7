package org.tulpar.identity;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** The table {@code browser}, as the organization in scope sees its own. */
@Repository
class OpenBrowserRows {

  private static final String REMEMBERED =
      """
      exists (select from remember_me r where r.organization_id = b.organization_id
        and r.browser_id = b.id and r.expires_at > ?)
      """;

  @Inject private TenantSql sql;

  /** Those that are signed in at this moment, the last seen first. */
  List<OpenBrowser> of(long userId, Instant now, Instant idleSince, int most) {
    return sql.rows(
        """
        select * from (select b.*, %s as remembered from browser b where b.user_id = ?) b
        where b.remembered or b.seen_at > ? order by b.seen_at desc, b.id desc limit ?
        """
            .formatted(REMEMBERED),
        row ->
            new OpenBrowser(
                row.getLong("id"),
                row.getString("agent"),
                row.getString("address"),
                TenantSql.instant(row, "created_at"),
                TenantSql.instant(row, "seen_at"),
                row.getBoolean("remembered")),
        now,
        userId,
        idleSince,
        most);
  }

  /** Returns how many were signed out. */
  int end(long userId, long browser) {
    return sql.change("delete from browser where user_id = ? and id = ?", userId, browser);
  }

  /** Returns how many were signed out. */
  int endOthers(long userId, long kept) {
    return sql.change("delete from browser where user_id = ? and id <> ?", userId, kept);
  }
}
