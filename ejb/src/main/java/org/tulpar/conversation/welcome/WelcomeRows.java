package org.tulpar.conversation.welcome;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tulpar.conversation.welcome.Welcome.Progress;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Reads the facts behind the steps: each is found at its first row. */
@Repository
class WelcomeRows {

  private static final String FACTS =
      """
      select o.welcomed_at is null as shown,
        o.version > 0 or o.time_zone <> 'UTC' as company,
        exists (select from channel h where h.organization_id = o.organization_id and h.connection_state = 'OPEN') as channel,
        exists (select from product p where p.organization_id = o.organization_id and not p.example) as prices,
        exists (select from working_hours w where w.organization_id = o.organization_id) as hours,
        (select count(*) from (select from users u where u.organization_id = o.organization_id and u.active limit 2) x) > 1 as people,
        exists (select from conversation c where c.organization_id = o.organization_id and c.answered_at is not null) as answer,
        o.live_at is not null as live
      from organization o where o.organization_id = ?
      """;

  @Inject private TenantSql sql;

  Progress progress() {
    return sql.row(FACTS, WelcomeRows::progress, TenantScope.required().value()).orElseThrow();
  }

  /** Nothing when there is a channel, else the names of administrators. */
  Optional<List<String>> unconnected(int most) {
    return sql.row(
        """
        select array(select u.name from users u where u.organization_id = o.organization_id and u.active and u.role = 'ORG_ADMIN'
                     order by lower(u.name), u.id limit ?) as administrators
        from organization o where o.organization_id = ?
          and not exists (select from channel h where h.organization_id = o.organization_id)
        """,
        r -> TenantSql.texts(r, "administrators"),
        most,
        TenantScope.required().value());
  }

  void show(boolean shown) {
    sql.change(
        "update organization set welcomed_at = case when ? then null else coalesce(welcomed_at,"
            + " now()) end where organization_id = ?",
        shown,
        TenantScope.required().value());
  }

  void goLive() {
    sql.change(
        "update organization set live_at = coalesce(live_at, now()), welcomed_at ="
            + " coalesce(welcomed_at, now()) where organization_id = ?",
        TenantScope.required().value());
  }

  void record(String event, long userId) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id) values (?, ?, ?)",
        TenantScope.required().value(),
        event,
        userId);
  }

  private static Progress progress(ResultSet row) throws SQLException {
    var done = EnumSet.noneOf(WelcomeStep.class);
    for (var step : WelcomeStep.values()) {
      if (row.getBoolean(step.name().toLowerCase(Locale.ROOT))) {
        done.add(step);
      }
    }
    return new Progress(done, row.getBoolean("shown"));
  }
}
