package org.tulpar.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.tulpar.identity.SignedIn;
import org.tulpar.identity.people.OwnPassword;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.security.CurrentUser;
import org.tulpar.web.security.PageLogin;

/**
 * A person's own password: the first one instead of a one-time password, or another one. What was
 * typed is gone when the answer is given.
 */
@Named("password")
@RequestScoped
public class PasswordBacking {

  @Inject private OwnPassword own;
  @Inject private CurrentUser me;
  @Inject private PageLogin pages;
  @Inject private Notices notices;

  private String present;
  private String next;
  private String again;

  /** Who has a password of their own has no business on the page that sets the first. */
  public void open() {
    if (!me.required().oneTime()) {
      Faces.redirect("");
    }
  }

  public void setFirst() {
    if (isTypedTwice()) {
      try {
        renew(own.setFirst(me.required(), typed(next)));
        Faces.redirect("");
      } catch (Refused e) {
        notices.refused(e);
      }
    }
  }

  public void change() {
    if (isTypedTwice()) {
      try {
        renew(
            own.change(
                me.required(), typed(present), typed(next), Faces.getRequest().getRemoteAddr()));
        notices.done("password.changed");
        Faces.redirect("settings/profile");
      } catch (Refused e) {
        notices.refused(e);
      }
    }
  }

  private void renew(SignedIn person) {
    pages.renew(Faces.getRequest(), Faces.getResponse(), person);
  }

  private boolean isTypedTwice() {
    var twice = next != null && next.equals(again);
    if (!twice) {
      notices.say("refused.person.password_twice");
    }
    return twice;
  }

  private static char[] typed(String text) {
    return text == null ? new char[0] : text.toCharArray();
  }

  /** Never written back to the page. */
  public String getPresent() {
    return null;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  /** Never written back to the page. */
  public String getNext() {
    return null;
  }

  public void setNext(String next) {
    this.next = next;
  }

  /** Never written back to the page. */
  public String getAgain() {
    return null;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
