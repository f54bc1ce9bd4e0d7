package org.tulpar.identity.people;

/**
 * An account that is about to be made, with its one-time password.
 *
 * @param password is kept nowhere
 * @param hash what is kept of it
 */
public record Invitation(NewPerson person, String password, String hash) {

  @Override
  public String toString() {
    return "Invitation[" + person.login() + "]";
  }
}
