package org.tulpar.tests.server;

/** What befalls an organization and its people rarely, and has a page of its own. */
public final class Plight {

  private final Newcomers newcomers;

  public Plight(Newcomers newcomers) {
    this.newcomers = newcomers;
  }

  /** Her password is one that an administrator gave: she chooses her own before anything else. */
  public void invited(Demo.Account person) {
    newcomers.write(
        "update users set password_until = now() + interval '1 day' where login = ?",
        person.login());
  }

  /** Nobody knows what time it is there: whatever shows days of its calendar fails. */
  public void losesItsClock() {
    newcomers.write("update organization set time_zone = 'Nowhere/Land'");
  }
}
