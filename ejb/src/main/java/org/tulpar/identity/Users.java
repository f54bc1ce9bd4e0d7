package org.tulpar.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.tulpar.kernel.Repository;

/** The people of the organization in scope. */
@Repository
class Users {

  @PersistenceContext private EntityManager entities;

  /** The user of this session, who exists: a session ends before its user does. */
  User byId(long id) {
    var user = entities.find(User.class, id);
    if (user == null) {
      throw new IllegalStateException("no user " + id + " in the organization in scope");
    }
    return user;
  }
}
