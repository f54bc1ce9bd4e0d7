package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.identity.second.SecondStep;
import org.tulpar.identity.second.StepBook;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.security.CurrentUser;

/** A person's second step: set up, tried, taken down. What is shown once is on one page only. */
@Named("secondStep")
@RequestScoped
public class StepBacking {

  private static final String ISSUER = "Tulpar";

  /** The form of the first code, when it comes back. */
  private static final String TRIED = "confirm";

  @Inject private StepBook book;
  @Inject private SecondStep step;
  @Inject private CurrentUser me;
  @Inject private Notices notices;

  private StepBook.State state;
  private String secret = "";
  private String password;
  private String code;
  private boolean refused;
  private List<String> codes = List.of();

  @PostConstruct
  void look() {
    var person = me.required().id();
    state = book.state(person);
    if (Faces.getRequestParameter(TRIED) != null) {
      secret = book.begun(person);
    }
  }

  /** Of whom nothing is asked, or no more, goes on. */
  public void open() {
    if (state.on() || !me.required().stepDue()) {
      me.become(me.required().withoutStepDue());
      Faces.redirect("");
    }
  }

  /** A secret to be scanned. */
  public void begin() {
    try {
      secret = book.begin(me.required().id());
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  /** The app shows its first code. */
  public void confirm() {
    var person = me.required();
    try {
      codes = book.confirm(person.id(), code);
      me.become(person.withoutStepDue());
      look();
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void renew() {
    try {
      codes = step.anew(me.required(), typed(), code, Faces.getRequest().getRemoteAddr());
      look();
    } catch (Refused e) {
      refuse(e);
    }
  }

  public void off() {
    try {
      step.off(me.required(), typed(), code, Faces.getRequest().getRemoteAddr());
      notices.done("step.off.done");
      Faces.redirect("settings/security");
    } catch (Refused e) {
      refuse(e);
    }
  }

  private void refuse(Refused reason) {
    refused = true;
    notices.refused(reason);
  }

  private char[] typed() {
    return password == null ? new char[0] : password.toCharArray();
  }

  public boolean isOn() {
    return state.on();
  }

  /** Recovery codes that nobody has used. */
  public int getLeft() {
    return state.codes();
  }

  /** Whether an app has to be shown the secret now. */
  public boolean isBegun() {
    return !secret.isEmpty();
  }

  /** As a person reads it: four letters at a time. */
  public String getSecret() {
    return secret.replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** What an app understands, whether it is scanned or opened. */
  public String getAddress() {
    var login = URLEncoder.encode(me.getLogin(), StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(ISSUER, login, secret, ISSUER);
  }

  public String getPicture() {
    return QrPicture.of(getAddress());
  }

  /** Shown once; empty on every other page. */
  public List<String> getCodes() {
    return codes;
  }

  /** Whether password or code have just been refused. */
  public boolean isRefused() {
    return refused;
  }

  /** Never written back to the page. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /** Never written back to the page. */
  public String getCode() {
    return null;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
