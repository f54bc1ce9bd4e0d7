package org.tulpar.tenant;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.tulpar.kernel.Repository;

/** The organization in scope; there is no way to another one. */
@Repository
public class Organizations {

  @Inject private EntityManager entities;

  /** Its name, as its people see it. */
  @Transactional
  public String name() {
    var organization = entities.find(Organization.class, TenantScope.required().value());
    if (organization == null) {
      throw new IllegalStateException("no organization " + TenantScope.required());
    }
    return organization.name();
  }
}
