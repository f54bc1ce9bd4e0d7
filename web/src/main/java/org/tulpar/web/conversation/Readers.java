package org.tulpar.web.conversation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tulpar.web.security.CurrentUser;

/** Knows who reads this response, and when. */
@RequestScoped
public class Readers {

  @Inject private CurrentUser me;
  @Inject private Clock clock;

  public Reader reader() {
    var user = me.required();
    return new Reader(user.id(), user.locale(), user.zone(), clock.instant());
  }

  public long user() {
    return me.required().id();
  }

  /** Of the session: the only one whose news this page may hear. */
  public String organization() {
    return me.required().organization().toString();
  }
}
