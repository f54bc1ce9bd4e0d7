package org.tulpar.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.tulpar.identity.ApiTokens;
import org.tulpar.identity.OperatorKey;
import org.tulpar.identity.RememberedBrowsers;
import org.tulpar.identity.SignedIn;
import org.tulpar.kernel.Outage;

/**
 * How the container learns who asks for a page: from its session, from the sign-in form, from a
 * remembered browser. Whoever is none of these is sent to the form. A session that was known before
 * gets a new id at each of them.
 */
@ApplicationScoped
public class PageMechanism implements HttpAuthenticationMechanism {

  private static final System.Logger LOG = System.getLogger(PageMechanism.class.getName());

  @Inject private RememberedBrowsers browsers;
  @Inject private ApiTokens tokens;
  @Inject private OperatorKey operator;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (context.getAuthParameters().getCredential() instanceof ProvenPerson proven) {
      return welcome(request, context, proven.person());
    }
    var known = CurrentUser.of(request);
    if (known.isPresent()) {
      return admitted(context, known.get());
    }
    if (!context.isProtected()) {
      return context.doNothing();
    }
    var key = ProgramKey.read(request);
    try {
      return key.isPresent()
          ? program(key.get(), request, context)
          : browser(request, response, context);
    } catch (RuntimeException e) {
      return refused(e, response);
    }
  }

  /** No filter stands before this. */
  private static AuthenticationStatus refused(
      RuntimeException failure, HttpServletResponse response) {
    if (!Outage.isBehind(failure)) {
      throw failure;
    }
    LOG.log(Level.WARNING, "nobody was recognized: there is no database", failure);
    try {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private AuthenticationStatus program(
      String key, HttpServletRequest request, HttpMessageContext context) {
    if (operator.opens(key)) {
      // Nobody of any organization: whatever works in one stays closed to it (web.xml).
      return context.notifyContainerAboutLogin(OperatorKey.NAME, Set.of(OperatorKey.ROLE));
    }
    return tokens
        .recognize(key)
        .map(
            person -> {
              CurrentUser.standsFor(request, person);
              return admitted(context, person);
            })
        .orElseGet(context::responseUnauthorized);
  }

  private AuthenticationStatus browser(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    return RememberCookie.read(request)
        .flatMap(browsers::recognize)
        .map(
            known -> {
              RememberCookie.write(request, response, known.nextToken());
              CurrentUser.comesFrom(request, known.browser());
              return welcome(request, context, known.person());
            })
        .orElseGet(() -> LoginRedirect.of(request).answer(context));
  }

  private static AuthenticationStatus welcome(
      HttpServletRequest request, HttpMessageContext context, SignedIn person) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    CurrentUser.remember(request, person);
    return admitted(context, person);
  }

  /**
   * Told to the container for each request anew: when it keeps the principal in the session (what
   * {@code @AutoApplySession} does), requests of one session that come at once share its subject,
   * and some of them are refused with 403.
   */
  private static AuthenticationStatus admitted(HttpMessageContext context, SignedIn person) {
    return context.notifyContainerAboutLogin(person.login(), Set.of(person.role().name()));
  }
}
