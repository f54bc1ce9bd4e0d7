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
    if (remember) {
      RememberCookie.write(request, response, browsers.remember(person));
    }
  }

  /** Forgets the session and the browser; harmless when there is neither. */
  public void end(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    RememberCookie.read(request)
        .ifPresent(
            token -> {
              browsers.forget(token);
              RememberCookie.delete(request, response);
            });
    request.logout();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
