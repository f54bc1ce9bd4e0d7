package org.tulpar.identity.people;

import java.time.ZoneId;
import java.util.Locale;
import org.tulpar.identity.Role;

/** Somebody as they were typed in, unchecked. */
public record NewPerson(String login, String name, Role role, Locale locale, ZoneId zone) {}
