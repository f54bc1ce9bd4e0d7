package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Faces;
import org.tulpar.identity.Profile;
import org.tulpar.identity.Theme;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.security.CurrentUser;
import org.tulpar.web.shell.Languages;
import org.tulpar.web.shell.PreferenceCookies;

/** What a person says of themselves, and how the pages speak and look to them. */
@Named("profile")
@RequestScoped
public class ProfileBacking {

  @Inject private Profile profile;
  @Inject private CurrentUser me;
  @Inject private Notices notices;
  @Inject private Clock clock;

  private String name;
  private String language;
  private String zone;
  private Theme theme;

  @PostConstruct
  void look() {
    var person = me.required();
    name = person.name();
    language = person.locale().getLanguage();
    zone = person.zone().getId();
    theme = person.theme();
  }

  public void save() {
    var before = me.required();
    try {
      var person =
          profile.describe(
              before,
              name,
              Languages.of(language).orElse(before.locale()),
              Zones.of(zone).orElse(before.zone()),
              theme == null ? before.theme() : theme);
      me.become(person);
      PreferenceCookies.keep(
          Faces.getRequest(), Faces.getResponse(), person.locale(), person.theme());
      notices.done("profile.saved");
      Faces.redirect("settings/profile");
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public List<Locale> getLanguages() {
    return Languages.ALL;
  }

  public List<Zones.Zone> getZones() {
    return Zones.all(clock.instant());
  }

  public List<Theme> getThemes() {
    return List.of(Theme.values());
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public Theme getTheme() {
    return theme;
  }

  public void setTheme(Theme theme) {
    this.theme = theme;
  }
}
