package org.tulpar.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.logging.Logger;
import org.tulpar.identity.RememberedBrowsers;
import org.tulpar.identity.SignedIn;
import org.tulpar.kernel.LogContext;
import org.tulpar.tenant.TenantScope;

/** Opens and ends the session of a person in this browser. */
@RequestScoped
public class PageLogin {

  private static final Logger LOG = Logger.getLogger(PageLogin.class.getName());

  @Inject private SecurityContext security;
  @Inject private RememberedBrowsers browsers;

  /** For a person the core has recognized. */
  public void open(
      HttpServletRequest request, HttpServletResponse response, SignedIn person, boolean remember) {
    leave(request);
    HalfWay.forget(request);
    enter(request, response, person, remember);
    var proof =
        AuthenticationParameters.withParams()
            .credential(new ProvenPerson(person))
            .newAuthentication(true);
    var status = security.authenticate(request, response, proof);
    if (status != AuthenticationStatus.SUCCESS) {
      throw new IllegalStateException("the container refused a proven person: " + status);
    }
    try (var context = LogContext.with("user", Long.toString(person.id()))) {
      TenantScope.within(person.organization(), () -> LOG.info("signed in"));
    }
  }

  /** Everything that was open has ended; this browser, where the person has done it, goes on. */
  public void renew(HttpServletRequest request, HttpServletResponse response, SignedIn person) {
    enter(request, response, person, RememberCookie.read(request).isPresent());
    CurrentUser.remember(request, person);
  }

  /** Before the person is known to the session: no request finds one without its browser. */
  private void enter(
      HttpServletRequest request, HttpServletResponse response, SignedIn person, boolean remember) {
    var browser = browsers.open(person, request.getHeader("User-Agent"), request.getRemoteAddr());
    CurrentUser.comesFrom(request, browser);
    if (remember) {
      RememberCookie.write(request, response, browsers.remember(person, browser));
    }
  }

  /** Forgets the session and the browser; harmless when there is neither. */
  public void end(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    leave(request);
    RememberCookie.read(request).ifPresent(token -> RememberCookie.delete(request, response));
    request.logout();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Whoever was signed in here before is so no more. */
  private void leave(HttpServletRequest request) {
    RememberCookie.read(request).ifPresent(browsers::forget);
    CurrentUser.of(request)
        .ifPresent(person -> browsers.forget(person, CurrentUser.browser(request)));
  }
}
