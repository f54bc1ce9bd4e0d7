package org.tulpar.identity;

/** An active user together with what proves them. It never leaves this package. */
record Account(SignedIn person, String passwordHash) {

  @Override
  public String toString() {
    return "Account[" + person.login() + "]";
  }
}
