package org.tulpar.web.security;

import jakarta.security.enterprise.credential.AbstractClearableCredential;
import org.tulpar.identity.SignedIn;

/** Somebody whom the core has just recognized; only {@link PageLogin} makes one. */
final class ProvenPerson extends AbstractClearableCredential {

  private final SignedIn person;

  ProvenPerson(SignedIn person) {
    this.person = person;
  }

  SignedIn person() {
    return person;
  }

  @Override
  protected void clearCredential() {
    // there is nothing secret in it
  }
}
