package org.tulpar.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.tulpar.identity.SignedIn;

/** The person behind this request, taken from the session and from nowhere else. */
@Named("me")
@RequestScoped
public class CurrentUser {

  /** A working day: a manager who thinks for an hour keeps the page. Without a person: web.xml. */
  private static final Duration IDLE = Duration.ofHours(8);

  private static final String KEY = SignedIn.class.getName();

  @Inject private HttpServletRequest request;

  /** Remembers who signed in; the session must be a fresh one (see {@link PageMechanism}). */
  static void remember(HttpServletRequest request, SignedIn user) {
    var session = request.getSession();
    session.setAttribute(KEY, user);
    session.setMaxInactiveInterval(Math.toIntExact(IDLE.toSeconds()));
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
