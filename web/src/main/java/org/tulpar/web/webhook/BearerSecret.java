package org.tulpar.web.webhook;

import java.util.Optional;

/** The secret of {@code Authorization: Bearer …}. */
final class BearerSecret {

  private static final String SCHEME = "Bearer ";

  private BearerSecret() {}

  static Optional<String> of(String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    var secret = header.substring(SCHEME.length()).strip();
    return secret.isEmpty() ? Optional.empty() : Optional.of(secret);
  }
}
