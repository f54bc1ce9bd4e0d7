package org.tulpar.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The key by which a program signs each call of the API: no cookie, no session. */
final class ProgramKey {

  private static final String SCHEME = "bearer ";

  private ProgramKey() {}

  /** Empty where no key is offered, and everywhere outside the API. */
  static Optional<String> read(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    var offered =
        request.getServletPath().startsWith("/api")
            && header != null
            && header.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    return offered ? Optional.of(header.substring(SCHEME.length()).strip()) : Optional.empty();
  }
}
