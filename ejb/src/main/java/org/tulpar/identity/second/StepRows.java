package org.tulpar.identity.second;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The tables {@code second_step} and {@code recovery_code} of the organization in scope. */
@Repository
class StepRows {

  /** A secret as it is kept. */
  record Kept(byte[] sealed, boolean confirmed) {}

  @Inject private TenantSql sql;

  Optional<Kept> of(long userId) {
    return sql.row(
        "select secret_sealed, confirmed_at is not null as confirmed from second_step where user_id = ?",
        row -> new Kept(row.getBytes("secret_sealed"), row.getBoolean("confirmed")),
        userId);
  }

  /** Takes the place of one that was never confirmed; false when there is one that was. */
  boolean begin(long userId, byte[] sealed) {
    return sql.change(
            """
            insert into second_step (organization_id, user_id, secret_sealed) values (?, ?, ?)
            on conflict (organization_id, user_id) do update set secret_sealed = excluded.secret_sealed
            where second_step.confirmed_at is null""",
            TenantScope.required().value(),
            userId,
            sealed)
        > 0;
  }

  boolean confirm(long userId, long window, Instant now) {
    return sql.change(
            "update second_step set confirmed_at = ?, last_window = ? where user_id = ? and confirmed_at is null",
            now,
            window,
            userId)
        > 0;
  }

  /** True once for a half minute: of two who come with the same code one is late. */
  boolean spend(long userId, long window) {
    return sql.change(
            "update second_step set last_window = ? where user_id = ? and confirmed_at is not null and last_window < ?",
            window,
            userId,
            window)
        > 0;
  }

  /** True once for a code. */
  boolean spend(long userId, byte[] hash, Instant now) {
    return sql.change(
            "update recovery_code set used_at = ? where user_id = ? and code_hash = ? and used_at is null",
            now,
            userId,
            hash)
        > 0;
  }

  void exchange(long userId, List<byte[]> hashes) {
    sql.change("delete from recovery_code where user_id = ?", userId);
    for (var hash : hashes) {
      sql.change(
          "insert into recovery_code (organization_id, user_id, code_hash) values (?, ?, ?)",
          TenantScope.required().value(),
          userId,
          hash);
    }
  }

  int unused(long userId) {
    return sql.row(
            "select count(*) from recovery_code where user_id = ? and used_at is null",
            row -> row.getInt(1),
            userId)
        .orElse(0);
  }

  boolean remove(long userId) {
    return sql.change("delete from second_step where user_id = ?", userId) > 0;
  }
}
