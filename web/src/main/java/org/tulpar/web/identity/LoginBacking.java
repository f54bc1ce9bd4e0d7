package org.tulpar.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.tulpar.identity.SignIn;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.web.security.NextPage;
import org.tulpar.web.security.PageLogin;

/** What is typed into the sign-in page; the password is gone when the answer is given. */
@Named("login")
@RequestScoped
public class LoginBacking {

  @Inject private SignIn signIn;
  @Inject private PageLogin pages;
  @Inject private FacesContext faces;
  private String user;
  private String password;
  private boolean remember = true;
  private SignInAnswer refusal;

  public void submit() throws IOException {
    var typed = password == null ? new char[0] : password.toCharArray();
    password = null;
    switch (signIn.attempt(user == null ? "" : user, typed, request().getRemoteAddr())) {
      case SignInAnswer.Welcome(var person) -> {
        pages.open(request(), response(), person, remember);
        faces.getExternalContext().redirect(request().getContextPath() + getNext());
      }
      case SignInAnswer refused -> refusal = refused;
    }
  }

  /** Key of the sentence about the last attempt; null when there was none. */
  public String getRefusal() {
    return switch (refusal) {
      case null -> null;
      case SignInAnswer.Wrong() -> "login.wrong";
      case SignInAnswer.Paused(var remaining) -> "login.paused";
      case SignInAnswer.Busy() -> "login.busy";
      case SignInAnswer.Welcome(var person) -> null;
    };
  }

  /** Minutes to wait, rounded up. */
  public long getMinutes() {
    return refusal instanceof SignInAnswer.Paused(var remaining)
        ? remaining.plus(Duration.ofSeconds(59)).toMinutes()
        : 0;
  }

  /** Where the person wanted to go. */
  public String getNext() {
    return NextPage.of(request().getParameter("next")).path();
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

  private HttpServletRequest request() {
    return (HttpServletRequest) faces.getExternalContext().getRequest();
  }

  private HttpServletResponse response() {
    return (HttpServletResponse) faces.getExternalContext().getResponse();
  }
}
