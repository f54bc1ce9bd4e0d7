package org.tulpar.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tulpar.identity.SignIn;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.identity.SignedIn;
import org.tulpar.identity.second.SecondStep;
import org.tulpar.web.security.HalfWay;
import org.tulpar.web.security.NextPage;
import org.tulpar.web.security.PageLogin;

/** What is typed into the sign-in page; the password is gone when the answer is given. */
@Named("login")
@RequestScoped
public class LoginBacking {

  @Inject private SignIn signIn;
  @Inject private SecondStep step;
  @Inject private PageLogin pages;
  @Inject private FacesContext faces;
  @Inject private Clock clock;
  private String user;
  private String password;
  private boolean remember = true;
  private String code;
  private SignInAnswer refusal;

  public void submit() throws IOException {
    var typed = password == null ? new char[0] : password.toCharArray();
    password = null;
    switch (signIn.attempt(user == null ? "" : user, typed, request().getRemoteAddr())) {
      case SignInAnswer.Welcome(var person) when step.asks(person) -> {
        new HalfWay(person, remember, clock.instant()).keep(request());
        go(next().login());
      }
      case SignInAnswer.Welcome(var person) -> open(person, remember);
      case SignInAnswer refused -> refusal = refused;
    }
  }

  /** The second step. */
  public void proceed() throws IOException {
    var half = halfWay().orElseThrow();
    switch (step.attempt(half.person(), code, request().getRemoteAddr())) {
      case SignInAnswer.Welcome(var person) -> open(person, half.remember());
      case SignInAnswer refused -> refusal = refused;
    }
  }

  private void open(SignedIn person, boolean remembered) throws IOException {
    pages.open(request(), response(), person, remembered);
    go(getNext());
  }

  private void go(String path) throws IOException {
    faces.getExternalContext().redirect(request().getContextPath() + path);
  }

  /** Whether the password was right and the code is still missing. */
  public boolean isHalfWay() {
    return halfWay().isPresent();
  }

  private Optional<HalfWay> halfWay() {
    return HalfWay.of(request(), clock.instant());
  }

  /** Key of the sentence about the last attempt; null when there was none. */
  public String getRefusal() {
    return switch (refusal) {
      case null -> isLate() ? "login.code.late" : null;
      case SignInAnswer.Wrong() -> isHalfWay() ? "login.code.wrong" : "login.wrong";
      case SignInAnswer.Paused(var remaining) -> "login.paused";
      case SignInAnswer.Busy() -> "login.busy";
      case SignInAnswer.Welcome(var person) -> null;
    };
  }

  /** A code has come for which nobody waits any more. */
  private boolean isLate() {
    return request().getParameter("code") != null && !isHalfWay();
  }

  /** Minutes to wait, rounded up. */
  public long getMinutes() {
    return refusal instanceof SignInAnswer.Paused(var remaining)
        ? remaining.plus(Duration.ofSeconds(59)).toMinutes()
        : 0;
  }

  /** Where the person wanted to go. */
  public String getNext() {
    return next().path();
  }

  private NextPage next() {
    return NextPage.of(request().getParameter("next"));
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  /** Never written back to the page. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public boolean isRemember() {
    return remember;
  }

  public void setRemember(boolean remember) {
    this.remember = remember;
  }

  /** Never written back to the page. */
  public String getCode() {
    return null;
  }

  public void setCode(String code) {
    this.code = code;
  }

  private HttpServletRequest request() {
    return (HttpServletRequest) faces.getExternalContext().getRequest();
  }

  private HttpServletResponse response() {
    return (HttpServletResponse) faces.getExternalContext().getResponse();
  }
}
