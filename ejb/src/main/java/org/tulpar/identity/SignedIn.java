package org.tulpar.identity;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.tulpar.tenant.OrganizationId;

/**
 * The person behind a request, as the database knew them at the sign-in or at the last check.
 *
 * @param id of the user inside the organization
 * @param login what is typed to sign in; unique over all organizations
 * @param name shown to colleagues
 * @param locale of the interface: {@code ru} or {@code en}
 * @param zone in which times are shown
 * @param oneTime whether an administrator knows the password: the person sets another one first
 * @param passwordAt since when the password is this one; a session does not outlive it
 * @param stepDue whether the organization asked at the sign-in for a second step that the person
 *     had not set up: they do it first
 */
public record SignedIn(
    OrganizationId organization,
    long id,
    String login,
    String name,
    Role role,
    Locale locale,
    ZoneId zone,
    Theme theme,
    boolean oneTime,
    Instant passwordAt,
    boolean stepDue)
    implements Serializable {

  SignedIn speaking(Locale language) {
    return described(name, language, zone, theme);
  }

  SignedIn preferring(Theme look) {
    return described(name, locale, zone, look);
  }

  SignedIn described(String called, Locale language, ZoneId at, Theme look) {
    return new SignedIn(
        organization, id, login, called, role, language, at, look, oneTime, passwordAt, stepDue);
  }

  /** With a password of their own, which nobody else knows. */
  public SignedIn withOwnPassword(Instant since) {
    return new SignedIn(
        organization, id, login, name, role, locale, zone, theme, false, since, stepDue);
  }

  /** Nobody asks them to set up a second step in this session. */
  public SignedIn withoutStepDue() {
    return new SignedIn(
        organization, id, login, name, role, locale, zone, theme, oneTime, passwordAt, false);
  }
}
