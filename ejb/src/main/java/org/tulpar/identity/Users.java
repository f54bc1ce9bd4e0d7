package org.tulpar.identity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.tulpar.kernel.Repository;

/** The people of the organization in scope. */
@Repository
class Users {

  @Inject private EntityManager entities;

  /** The user of this session, who exists: a session ends before its user does. */
  User byId(long id) {
    var user = entities.find(User.class, id);
    if (user == null) {
      throw new IllegalStateException("no user " + id + " in the organization in scope");
    }
    return user;
  }
}
