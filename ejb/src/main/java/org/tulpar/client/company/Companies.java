package org.tulpar.client.company;

import jakarta.inject.Inject;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Changes companies of the organization in scope. */
@Repository
class Companies {

  /** What became of a change: of two who come at once the second is told, and changes nothing. */
  enum Saved {
    SAVED,
    TAKEN,
    CHANGED
  }

  @Inject TenantSql sql;

  /** The new id, or nothing when the name is taken. */
  Optional<Long> insert(CompanyEdit edit) {
    return sql.row(
        "insert into company (organization_id, id, name, about) values (?, nextval('entity_id'), ?,"
            + " ?) on conflict do nothing returning id",
        r -> r.getLong("id"),
        TenantScope.required().value(),
        edit.name(),
        edit.about());
  }

  Saved update(long id, CompanyEdit edit) {
    return sql.row(
            "select save_company(?, ?, ?, ?, ?) as saved",
            r -> TenantSql.constant(r, "saved", Saved.class),
            TenantScope.required().value(),
            id,
            edit.name(),
            edit.about(),
            edit.version())
        .orElseThrow();
  }

  /** Keeps it from going until this is done; false when it has gone. */
  boolean hold(long id) {
    return sql.row("select 1 from company where id = ? for key share", r -> true, id).isPresent();
  }

  /** False when a card names it, be it one that was merged into another. */
  boolean remove(long id) {
    return sql.row(
            "select remove_company(?, ?)", r -> r.getBoolean(1), TenantScope.required().value(), id)
        .orElseThrow();
  }
}
