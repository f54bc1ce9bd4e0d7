package org.tulpar.identity;

import java.io.Serializable;
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
 */
public record SignedIn(
    OrganizationId organization,
    long id,
    String login,
    String name,
    Role role,
    Locale locale,
    ZoneId zone,
    Theme theme)
    implements Serializable {

  SignedIn speaking(Locale language) {
    return new SignedIn(organization, id, login, name, role, language, zone, theme);
  }

  SignedIn preferring(Theme look) {
    return new SignedIn(organization, id, login, name, role, locale, zone, look);
  }
}
