package org.tulpar.channel.line;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The keys of the channels of the organization in scope. */
@Repository
class KeyRows {

  @Inject private TenantSql sql;

  /**
   * The line stands.
   *
   * @param registered when its provider was told where to post, or null when it was not
   */
  void opened(UUID channel, Instant registered) {
    sql.change(
        "update channel set connection_state = 'OPEN', state_changed_at = case when"
            + " connection_state <> 'OPEN' then now() else state_changed_at end, down_since = null,"
            + " problem = null, registered_at = coalesce(?, registered_at), version = version + 1"
            + " where organization_id = ? and id = ?",
        registered,
        organization(),
        channel);
  }

  /**
   * @param signing null leaves the one that is there
   */
  void exchange(UUID channel, byte[] opening, byte[] signing, Instant now) {
    sql.change(
        "update channel set api_key_sealed = ?, version = version + 1 where organization_id = ? and"
            + " id = ?",
        opening,
        organization(),
        channel);
    if (signing != null) {
      sql.change(
          "update channel_route set previous_signing_key_sealed = signing_key_sealed,"
              + " signing_key_sealed = ?, rotated_at = ? where organization_id = ? and channel_id"
              + " = ?",
          signing,
          now,
          organization(),
          channel);
    }
  }

  /** Nobody misses what a person has ended: it is not down. */
  void disconnected(UUID channel) {
    sql.change(
        "update channel set api_key_sealed = null, connection_state = 'CLOSED', state_changed_at ="
            + " now(), down_since = null, gap_from = null, problem = null, registered_at = null,"
            + " version = version + 1 where organization_id = ? and id = ?",
        organization(),
        channel);
  }

  private static UUID organization() {
    return TenantScope.required().value();
  }
}
