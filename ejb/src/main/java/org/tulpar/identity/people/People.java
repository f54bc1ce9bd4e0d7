package org.tulpar.identity.people;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tulpar.identity.Passwords;
import org.tulpar.identity.Role;
import org.tulpar.tenant.TenantScope;

/** Keeps the people of an organization; an administrator's work, each act with its audit row. */
@Stateless
public class People {

  /** So many are shown at once. */
  public static final int PAGE = 50;

  private static final int MOST_PAGES = 200;
  private static final int LONGEST_PART = 80;

  @Inject private PeopleRows rows;
  @Inject private Passwords passwords;
  @Inject private Event<PersonChanged> changed;
  @Inject private Event<PersonLeft> left;
  @Inject private Event<PersonReturned> returned;
  @Inject private Clock clock;

  /**
   * Somebody who can come in now.
   *
   * @param password is kept nowhere: it is shown once
   */
  public record Admitted(long id, String login, String password) {

    @Override
    public String toString() {
      return "Admitted[" + login + "]";
    }
  }

  /**
   * Some of the people, those who work here first, then by name.
   *
   * @param part of a name or login; empty for all
   * @param page from 0
   */
  public List<Person> page(String part, int page) {
    var wanted = part == null ? "" : part.replace("\u0000", "").strip();
    return rows.page(
        wanted.substring(0, Math.min(LONGEST_PART, wanted.length())),
        Math.clamp(page, 0, MOST_PAGES) * PAGE,
        PAGE + 1);
  }

  /** Empty for who does not work here, or somewhere else. */
  public Optional<Person> person(long id) {
    return rows.byId(id);
  }

  /**
   * Makes an account with a one-time password.
   *
   * @throws PersonRefused when something typed cannot stand, or the login is taken
   */
  public Admitted invite(NewPerson typed, long by) {
    var person =
        new NewPerson(
            PersonInput.login(typed.login()),
            PersonInput.name(typed.name()),
            PersonInput.role(typed.role()),
            typed.locale(),
            typed.zone());
    var password = OneTimePassword.random();
    var hash = passwords.hash(password.text().toCharArray());
    var id =
        rows.add(person, hash, clock.instant().plus(OneTimePassword.HOLDS))
            .orElseThrow(() -> new PersonRefused("login_taken"));
    rows.record("user.created", id, by, person.role().name());
    return new Admitted(id, person.login(), password.text());
  }

  /**
   * Makes the account of the one who runs an organization from its first day on.
   *
   * @throws PersonRefused when the login is taken
   */
  public Admitted first(Invitation invitation) {
    var person = invitation.person();
    var id =
        rows.add(person, invitation.hash(), clock.instant().plus(OneTimePassword.HOLDS))
            .orElseThrow(() -> new PersonRefused("login_taken"));
    rows.record("user.created", id, null, person.role().name());
    return new Admitted(id, person.login(), invitation.password());
  }

  /**
   * Another one-time password for the first administrator, whose own may have been lost on its way;
   * empty once she has had a password of her own, and for anybody else.
   */
  public Optional<Admitted> firstAgain(Invitation invitation) {
    var login = invitation.person().login();
    var until = clock.instant().plus(OneTimePassword.HOLDS);
    var id = rows.giveFirstAgain(login, invitation.hash(), until);
    id.ifPresent(
        person -> {
          rows.forgetBrowsers(person);
          rows.record("user.password_reset", person, null, null);
          tell(person);
        });
    return id.map(person -> new Admitted(person, login, invitation.password()));
  }

  /**
   * Another name, another role.
   *
   * @throws PersonRefused when nobody would be administrator any more, or it is one's own role
   */
  public void change(long id, String typedName, Role typedRole, long by) {
    var before = required(id);
    var name = PersonInput.name(typedName);
    var role = PersonInput.role(typedRole);
    if (rows.rename(id, name)) {
      rows.record("user.renamed", id, by, name);
    }
    if (before.role() != role) {
      requireOther(id, by);
      require(rows.appoint(id, role), "last_admin");
      rows.record("user.appointed", id, by, role.name());
      tell(id);
    }
  }

  /**
   * Nobody comes in as this person any more: not by password, not by a remembered browser, not by a
   * key of a program, not in a session that is open.
   *
   * @param handBack whether the conversations in their hands go back to everybody
   * @throws PersonRefused for oneself, and for the last administrator
   */
  public void switchOff(long id, boolean handBack, long by) {
    requireOther(required(id).id(), by);
    require(rows.switchOff(id), "last_admin");
    rows.forgetBrowsers(id);
    rows.withdrawPrograms(id);
    rows.record("user.switched_off", id, by, null);
    if (handBack) {
      left.fire(new PersonLeft(id, by));
    }
    tell(id);
  }

  /** May come in again, by the password of before; browsers and programs have to ask anew. */
  public void switchOn(long id, long by) {
    rows.switchOn(required(id).id());
    rows.record("user.switched_on", id, by, null);
  }

  /** Undoes a switching off: what was handed back is in their hands again, but what ended ended. */
  public void takeBack(long id, long by) {
    switchOn(id, by);
    returned.fire(new PersonReturned(id, by));
  }

  /**
   * A one-time password instead of a forgotten one; every session of before ends.
   *
   * @throws PersonRefused for oneself, who sets a password in the profile, and for who is off
   */
  public Admitted reset(long id, long by) {
    var person = required(id);
    requireOther(id, by);
    var password = OneTimePassword.random();
    var hash = passwords.hash(password.text().toCharArray());
    require(rows.giveOnce(id, hash, clock.instant().plus(OneTimePassword.HOLDS)), "off");
    rows.forgetBrowsers(id);
    rows.record("user.password_reset", id, by, null);
    tell(id);
    return new Admitted(id, person.login(), password.text());
  }

  private Person required(long id) {
    return rows.byId(id).orElseThrow(() -> new PersonRefused("unknown"));
  }

  private void tell(long id) {
    changed.fire(new PersonChanged(TenantScope.required(), id));
  }

  private static void requireOther(long id, long by) {
    require(id != by, "self");
  }

  private static void require(boolean condition, String reason) {
    if (!condition) {
      throw new PersonRefused(reason);
    }
  }
}
