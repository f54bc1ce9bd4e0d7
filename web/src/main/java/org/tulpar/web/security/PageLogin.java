package org.tulpar.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.tulpar.identity.RememberedBrowsers;
import org.tulpar.identity.SignedIn;

/** Opens and ends the session of a person in this browser. */
@RequestScoped
public class PageLogin {

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
