package org.tulpar.client.company;

import jakarta.inject.Inject;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Changes companies of the organization in scope. */
@Repository
class Companies {

  @Inject TenantSql sql;

  /** By its name in any case. */
  Optional<Long> known(String name) {
    return sql.row("select id from company where name_key = lower(?)", r -> r.getLong(1), name);
  }

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

  /** False when the company is not in this version any more. */
  boolean update(long id, CompanyEdit edit) {
    return sql.change(
            "update company set name = ?, about = ?, version = version + 1 where id = ? and"
                + " version = ?",
            edit.name(),
            edit.about(),
            id,
            edit.version())
        == 1;
  }

  /** False when a card names it, be it one that was merged into another. */
  boolean remove(long id) {
    return sql.change(
            """
            delete from company f where f.id = ?
              and not exists (select from client c where c.organization_id = f.organization_id and c.company_id = f.id)
            """,
            id)
        == 1;
  }
}
