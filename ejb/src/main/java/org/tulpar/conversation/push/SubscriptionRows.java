package org.tulpar.conversation.push;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** The table {@code push_subscription}, as the organization in scope sees its own. */
@Repository
class SubscriptionRows {

  /** So many browsers of one organization are told at once. */
  private static final int MOST = 2000;

  /** Where a person is signed in: by the session, or remembered. */
  private static final String LIVE =
      """
      select s.id, s.user_id, s.endpoint, s.p256dh, s.auth, u.locale
      from push_subscription s
      join users u on u.organization_id = s.organization_id and u.id = s.user_id
      join browser b on b.organization_id = s.organization_id and b.id = s.browser_id
      where u.active and u.notify_browser and u.role in ('ORG_ADMIN', 'MANAGER')
        and (b.seen_at > ? or exists (select from remember_me r where r.organization_id = b.organization_id
             and r.browser_id = b.id and r.expires_at > ?))
      order by s.id limit ?
      """;

  @Inject private TenantSql sql;

  /** A browser, and how its person is spoken to. */
  record Live(long id, long userId, PushAddress address, Locale language) {}

  List<Live> live(Instant idleSince, Instant now) {
    return sql.rows(
        LIVE,
        row ->
            new Live(
                row.getLong("id"),
                row.getLong("user_id"),
                new PushAddress(
                    row.getString("endpoint"), row.getString("p256dh"), row.getString("auth")),
                Locale.of(row.getString("locale"))),
        idleSince,
        now,
        MOST);
  }

  /** Returns whether the person is signed in in this browser; only then it is kept. */
  boolean keep(long userId, long browser, PushAddress address) {
    return sql.change(
            """
            insert into push_subscription (organization_id, user_id, browser_id, endpoint, p256dh, auth)
            select b.organization_id, b.user_id, b.id, ?, ?, ? from browser b where b.user_id = ? and b.id = ? for key share
            on conflict (organization_id, user_id, endpoint)
            do update set browser_id = excluded.browser_id, p256dh = excluded.p256dh, auth = excluded.auth
            """,
            address.endpoint(),
            address.p256dh(),
            address.auth(),
            userId,
            browser)
        > 0;
  }

  /** The browser is another person's now: those before are told nothing more in it. */
  void take(long userId, String endpoint) {
    sql.change(
        "delete from push_subscription where user_id <> ? and endpoint = ?", userId, endpoint);
  }

  /** The oldest go. */
  void leave(long userId, int most) {
    sql.change(
        """
        delete from push_subscription where user_id = ? and id in (
          select id from push_subscription where user_id = ? order by id desc offset ?)
        """,
        userId,
        userId,
        most);
  }

  void listen(long userId) {
    sql.change(
        "update users set notify_browser = true, version = version + 1 where id = ? and not"
            + " notify_browser",
        userId);
  }

  void remove(long userId, String endpoint) {
    sql.change(
        "delete from push_subscription where user_id = ? and endpoint = ?", userId, endpoint);
  }

  void remove(long id) {
    sql.change("delete from push_subscription where id = ?", id);
  }

  void succeeded(long id, Instant now) {
    sql.change(
        "update push_subscription set last_success_at = ?, failures = 0 where id = ?", now, id);
  }

  /** With this failure as the last of so many in a row, the browser is forgotten. */
  void failed(long id, int most) {
    sql.change("update push_subscription set failures = failures + 1 where id = ?", id);
    sql.change("delete from push_subscription where id = ? and failures >= ?", id, most);
  }
}
