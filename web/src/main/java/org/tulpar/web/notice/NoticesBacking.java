package org.tulpar.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.notice.NoticeBoard;
import org.tulpar.conversation.notice.NoticeSettings;
import org.tulpar.conversation.push.PushSubscriptions;
import org.tulpar.identity.Role;
import org.tulpar.web.client.Notices;
import org.tulpar.web.security.CurrentUser;

/** How the person hears of what concerns them; the frame of every page asks it. */
@Named("alerts")
@RequestScoped
public class NoticesBacking {

  private static final Set<Role> ANSWERING = Set.of(Role.ORG_ADMIN, Role.MANAGER);

  @Inject private NoticeBoard board;
  @Inject private PushSubscriptions push;
  @Inject private CurrentUser me;
  @Inject private Notices notices;

  private boolean title;
  private boolean sound;
  private boolean browser;

  @PostConstruct
  void look() {
    if (isAnswering()) {
      var settings = board.settings(me.required().id());
      title = settings.title();
      sound = settings.sound();
      browser = settings.browser();
    }
  }

  public void save() {
    board.keep(me.required().id(), new NoticeSettings(title, sound, browser));
    notices.done("profile.saved");
    Faces.redirect("settings/profile");
  }

  /** Whether anything could concern this person at all. */
  public boolean isAnswering() {
    return me.find().filter(person -> ANSWERING.contains(person.role())).isPresent();
  }

  /** Whether a page has anything to listen for. */
  public boolean isOn() {
    return title || sound || browser;
  }

  /** Whether this installation tells closed browsers at all. */
  public boolean isPushed() {
    return push.publicKey().isPresent();
  }

  /** By which a browser knows what comes from here. */
  public String getPushKey() {
    return push.publicKey().orElse("");
  }

  /** Whose news this page hears. */
  public String getOrganization() {
    return me.required().organization().toString();
  }

  /** So that two people on one computer do not share what was said. */
  public long getPerson() {
    return me.required().id();
  }

  public boolean isTitle() {
    return title;
  }

  public void setTitle(boolean title) {
    this.title = title;
  }

  public boolean isSound() {
    return sound;
  }

  public void setSound(boolean sound) {
    this.sound = sound;
  }

  public boolean isBrowser() {
    return browser;
  }

  public void setBrowser(boolean browser) {
    this.browser = browser;
  }
}
