package org.tulpar.identity;

import java.time.Duration;

/** What an attempt to sign in led to. None of the refusals tells whether the login exists. */
public sealed interface SignInAnswer {

  /** The password was right. */
  record Welcome(SignedIn person) implements SignInAnswer {}

  /** Unknown login, wrong password or a user who was switched off. */
  record Wrong() implements SignInAnswer {}

  /** Too many failures; the password was not looked at. */
  record Paused(Duration remaining) implements SignInAnswer {}

  /** More people sign in at this moment than passwords can be checked. */
  record Busy() implements SignInAnswer {}
}
