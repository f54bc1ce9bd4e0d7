package org.tulpar.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tulpar.identity.SignIn;
import org.tulpar.identity.SignedIn;

/**
 * A session ends within {@link #TRUSTED} after its user was switched off or got another role; other
 * changes of the user are taken over.
 */
public class SessionFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Duration TRUSTED = Duration.ofMinutes(1);
  private static final String CHECKED = SessionFilter.class.getName();

  @Inject private transient SignIn signIn;
  @Inject private transient PageLogin login;
  @Inject private transient Clock clock;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var person = CurrentUser.of(request);
    if (request.getSession(false) != null
        && person.isPresent()
        && isDue(request)
        && !isStillIn(request, person.get())) {
      login.end(request, response);
      response.sendRedirect(request.getContextPath() + "/login");
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isDue(HttpServletRequest request) {
    var checked = (Instant) request.getSession().getAttribute(CHECKED);
    return checked == null || clock.instant().isAfter(checked.plus(TRUSTED));
  }

  private boolean isStillIn(HttpServletRequest request, SignedIn person) {
    var now = signIn.stillIn(person.organization(), person.id());
    if (now.filter(known -> known.role() == person.role()).isEmpty()) {
      return false;
    }
    CurrentUser.remember(request, now.get());
    request.getSession().setAttribute(CHECKED, clock.instant());
    return true;
  }
}
