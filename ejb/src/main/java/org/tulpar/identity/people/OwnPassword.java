package org.tulpar.identity.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tulpar.identity.Passwords;
import org.tulpar.identity.SignIn;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.identity.SignedIn;

/**
 * A person's own password. Whoever changes it has shown the one of before, and every other session
 * and remembered browser of theirs ends. It costs seconds of a processor, so no transaction is open
 * meanwhile.
 */
@ApplicationScoped
public class OwnPassword {

  @Inject private SignIn signIn;
  @Inject private Passwords passwords;
  @Inject private PasswordStep step;

  /**
   * The person as they are signed in from now on.
   *
   * @param address where this comes from, as the network says; wrong guesses are counted with those
   *     of the sign-in
   * @throws PersonRefused when the present password is wrong or the next one cannot stand
   */
  public SignedIn change(SignedIn person, char[] present, char[] next, String address) {
    prove(person, present, address);
    return kept(person, next, false);
  }

  /**
   * Somebody who is signed in shows that it is they who sit here.
   *
   * @param address as for {@link #change}
   * @throws PersonRefused when the password is wrong, or too many were
   */
  public void prove(SignedIn person, char[] present, String address) {
    switch (signIn.attempt(person.login(), present, address)) {
      case SignInAnswer.Welcome(var known) -> require(known.id() == person.id(), "password_wrong");
      case SignInAnswer.Wrong() -> throw new PersonRefused("password_wrong");
      case SignInAnswer.Paused(var remaining) -> throw new PersonRefused("password_paused");
      case SignInAnswer.Busy() -> throw new PersonRefused("password_busy");
    }
  }

  /**
   * Instead of the one-time password with which the person has just come in.
   *
   * @throws PersonRefused when it is that one, or cannot stand, or there is one of their own
   */
  public SignedIn setFirst(SignedIn person, char[] next) {
    return kept(person, next, true);
  }

  private SignedIn kept(SignedIn person, char[] next, boolean first) {
    PersonInput.requireGood(next, person.login());
    require(!signIn.isOf(person, next), "password_same");
    return step.keep(person.id(), passwords.hash(next), first)
        .map(person::withOwnPassword)
        .orElseThrow(() -> new PersonRefused("unknown"));
  }

  private static void require(boolean condition, String reason) {
    if (!condition) {
      throw new PersonRefused(reason);
    }
  }
}
