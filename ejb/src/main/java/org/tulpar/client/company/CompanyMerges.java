package org.tulpar.client.company;

import jakarta.inject.Inject;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Lets the database merge companies and part them, and knows what can still be parted. */
@Repository
class CompanyMerges {

  @Inject TenantSql sql;

  /** Nothing when the companies cannot be merged. */
  Optional<Long> merge(long survivorId, long loserId, long userId) {
    return sql.row(
            "select merge_companies(?, ?, ?, ?) as id",
            r -> Optional.ofNullable(r.getObject("id", Long.class)),
            TenantScope.required().value(),
            survivorId,
            loserId,
            userId)
        .flatMap(id -> id);
  }

  Optional<String> name(long mergeId) {
    return sql.row("select name from company_merge where id = ?", r -> r.getString(1), mergeId);
  }

  /** The company that is back; nothing when it cannot come. */
  Optional<Long> undo(long mergeId) {
    return sql.row(
            "select undo_company_merge(?, ?) as id",
            r -> Optional.ofNullable(r.getObject("id", Long.class)),
            TenantScope.required().value(),
            mergeId)
        .flatMap(id -> id);
  }
}
