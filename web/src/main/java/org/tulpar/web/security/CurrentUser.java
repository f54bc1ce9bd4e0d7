package org.tulpar.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.tulpar.identity.OpenBrowsers;
import org.tulpar.identity.RememberedBrowsers;
import org.tulpar.identity.SignedIn;

/** The person behind this request, taken from the session and from nowhere else. */
@Named("me")
@RequestScoped
public class CurrentUser {

  private static final String KEY = SignedIn.class.getName();
  private static final String BROWSER = RememberedBrowsers.class.getName();

  @Inject private HttpServletRequest request;

  /** Remembers who signed in; the session must be a fresh one (see {@link PageMechanism}). */
  static void remember(HttpServletRequest request, SignedIn user) {
    var session = request.getSession();
    session.setAttribute(KEY, user);
    // without a person: web.xml
    session.setMaxInactiveInterval(Math.toIntExact(RememberedBrowsers.IDLE.toSeconds()));
  }

  /** In which of their browsers the person is; the session is theirs already. */
  static void comesFrom(HttpServletRequest request, long browser) {
    request.getSession().setAttribute(BROWSER, browser);
  }

  /** {@link OpenBrowsers#NONE} where nobody is signed in, and for a program. */
  static long browser(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (Long) session.getAttribute(BROWSER))
        .orElse(OpenBrowsers.NONE);
  }

  /** A program stands for a person during one request; there is no session. */
  static void standsFor(HttpServletRequest request, SignedIn person) {
    request.setAttribute(KEY, person);
  }

  static Optional<SignedIn> of(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(KEY)).or(() -> session(request));
  }

  private static Optional<SignedIn> session(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (SignedIn) session.getAttribute(KEY));
  }

  /** Nobody on the pages that are open to everyone. */
  public Optional<SignedIn> find() {
    return of(request);
  }

  /** Whether a program calls, with a key. */
  public boolean isProgram() {
    return request.getAttribute(KEY) != null;
  }

  /** For pages and actions behind the sign-in. */
  public SignedIn required() {
    return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  /** The same person with something changed about them. */
  public void become(SignedIn changed) {
    var before = required();
    if (before.id() != changed.id() || !before.organization().equals(changed.organization())) {
      throw new IllegalArgumentException("a session belongs to one person");
    }
    remember(request, changed);
  }

  /** The number of the browser in which the person looks at this page. */
  public long browser() {
    return browser(request);
  }

  public String getName() {
    return find().map(SignedIn::name).orElse("");
  }

  public String getLogin() {
    return find().map(SignedIn::login).orElse("");
  }

  /** Key of the role's name in the messages. */
  public String getRoleKey() {
    return find().map(user -> "role." + user.role()).orElse("");
  }
}
