package org.tulpar.client;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.tulpar.kernel.Repository;

/** The clients of the organization in scope. */
@Repository
class Clients {

  @Inject private EntityManager entities;

  Optional<Client> byId(long id) {
    return Optional.ofNullable(entities.find(Client.class, id));
  }
}
