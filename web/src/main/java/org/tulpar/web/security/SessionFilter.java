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
import java.util.Set;
import org.tulpar.identity.SignIn;
import org.tulpar.identity.SignedIn;

/**
 * A session ends with the next request after its user was switched off, got another role or another
 * password, or was signed out of its browser; on another node within {@link #TRUSTED}. Other
 * changes of the user are taken over. Whoever came in with a one-time password gets no page but the
 * one that sets another, and whose organization asks for a second step none but the one that sets
 * it up.
 */
public class SessionFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Duration TRUSTED = Duration.ofMinutes(1);
  private static final String CHECKED = SessionFilter.class.getName();
  private static final String PASSWORD = "/password";
  private static final String RESOURCES = "/jakarta.faces.resource/";

  /** What a one-time password opens. */
  private static final Set<String> WITH_ONE_TIME_PASSWORD =
      Set.of(PASSWORD, "/logout", "/preferences");

  private static final String SECOND_STEP = "/second-step";

  /** What is open before the second step is set up that the organization asks for. */
  private static final Set<String> WITHOUT_SECOND_STEP =
      Set.of(SECOND_STEP, "/logout", "/preferences");

  @Inject private transient SignIn signIn;
  @Inject private transient PageLogin login;
  @Inject private transient ChangedPeople changed;
  @Inject private transient Clock clock;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var person = CurrentUser.of(request).orElse(null);
    if (person == null || request.getSession(false) == null) {
      chain.doFilter(request, response);
    } else if (isDue(request, person) && !isStillIn(request, person)) {
      login.end(request, response);
      response.sendRedirect(request.getContextPath() + "/login");
    } else if (needsPassword(request)) {
      response.sendRedirect(request.getContextPath() + PASSWORD);
    } else if (needsSecondStep(request)) {
      response.sendRedirect(request.getContextPath() + SECOND_STEP);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isDue(HttpServletRequest request, SignedIn person) {
    var checked = (Instant) request.getSession().getAttribute(CHECKED);
    return checked == null
        || clock.instant().isAfter(checked.plus(TRUSTED))
        || changed.since(person.organization(), person.id(), checked);
  }

  private boolean isStillIn(HttpServletRequest request, SignedIn person) {
    var asked = clock.instant();
    var now = signIn.stillIn(person.organization(), person.id(), CurrentUser.browser(request));
    if (now.filter(known -> isSame(known, person)).isEmpty()) {
      return false;
    }
    CurrentUser.remember(request, settled(now.get(), person));
    request.getSession().setAttribute(CHECKED, asked);
    return true;
  }

  /** The organization asks for a second step at the sign-in, not in the middle of a sentence. */
  private static SignedIn settled(SignedIn now, SignedIn before) {
    return before.stepDue() ? now : now.withoutStepDue();
  }

  private static boolean isSame(SignedIn known, SignedIn person) {
    return known.role() == person.role() && known.passwordAt().equals(person.passwordAt());
  }

  /** As it was asked for: the servlet's path is that of the file behind the address. */
  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  private static boolean needsPassword(HttpServletRequest request) {
    return CurrentUser.of(request).filter(SignedIn::oneTime).isPresent()
        && !isOpen(request, WITH_ONE_TIME_PASSWORD);
  }

  private static boolean needsSecondStep(HttpServletRequest request) {
    return CurrentUser.of(request).filter(known -> !known.oneTime() && known.stepDue()).isPresent()
        && !isOpen(request, WITHOUT_SECOND_STEP);
  }

  private static boolean isOpen(HttpServletRequest request, Set<String> pages) {
    return pages.contains(path(request)) || request.getServletPath().startsWith(RESOURCES);
  }
}
