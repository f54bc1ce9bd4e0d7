package org.tulpar.client;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.tulpar.kernel.Repository;

/** The clients of the organization in scope. */
@Repository
class Clients {

  @PersistenceContext(unitName = "tulpar")
  private EntityManager entities;

  Optional<Client> byId(long id) {
    return Optional.ofNullable(entities.find(Client.class, id));
  }
}
