package org.tulpar.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tulpar.identity.SignedIn;

/**
 * Somebody who has shown the password and not yet the code: signed in nowhere, known to the sign-in
 * page for {@link #PATIENCE}.
 *
 * @param remember whether the browser is to be remembered afterwards
 */
public record HalfWay(SignedIn person, boolean remember, Instant since) implements Serializable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String KEY = HalfWay.class.getName();

  /** The session is a fresh one from here on: who knew it before gets nothing. */
  public void keep(HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    request.getSession().setAttribute(KEY, this);
  }

  public static Optional<HalfWay> of(HttpServletRequest request, Instant now) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (HalfWay) session.getAttribute(KEY))
        .filter(half -> now.isBefore(half.since().plus(PATIENCE)));
  }

  static void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(KEY);
    }
  }
}
