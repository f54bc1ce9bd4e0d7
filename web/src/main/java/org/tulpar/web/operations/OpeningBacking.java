package org.tulpar.web.operations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.tulpar.identity.people.People;
import org.tulpar.kernel.Refused;
import org.tulpar.operations.opening.NewOrganization;
import org.tulpar.operations.opening.Opening;
import org.tulpar.tenant.OrganizationProfile;
import org.tulpar.web.client.Notices;
import org.tulpar.web.identity.Zones;
import org.tulpar.web.security.CurrentUser;
import org.tulpar.web.shell.Languages;

/** A new organization with its first administrator, whose password the page shows once. */
@Named("opening")
@RequestScoped
public class OpeningBacking {

  @Inject private Opening opening;
  @Inject private CurrentUser me;
  @Inject private Notices notices;
  @Inject private Clock clock;

  private String key;
  private String name;
  private String language;
  private String zone;
  private String currency;
  private String person;
  private String login;
  private People.Admitted admitted;

  @PostConstruct
  void look() {
    key = another();
    var here = me.required();
    language = here.locale().getLanguage();
    zone = here.zone().getId();
    currency = getCurrencies().getFirst();
  }

  public void open() {
    var here = me.required();
    try {
      var facts =
          new OrganizationProfile.Facts(
              name,
              Languages.of(language).orElse(here.locale()),
              Zones.of(zone).orElse(here.zone()),
              currency);
      var administrator = new NewOrganization.Administrator(login, person);
      var asked = NewOrganization.run(key, facts, administrator);
      show(opening.open(asked, here.login()).administrator());
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  private void show(People.Admitted administrator) {
    admitted = administrator;
    key = another();
    if (administrator == null) {
      notices.say("opening.known");
      return;
    }
    name = null;
    person = null;
    login = null;
  }

  private static String another() {
    return "console-" + UUID.randomUUID();
  }

  public List<Locale> getLanguages() {
    return Languages.ALL;
  }

  public List<Zones.Zone> getZones() {
    return Zones.all(clock.instant());
  }

  public List<String> getCurrencies() {
    return OrganizationProfile.CURRENCIES;
  }

  /** Who comes in with a password that is shown this once; null until the organization is open. */
  public People.Admitted getAdmitted() {
    return admitted;
  }

  /** Where the sign-in is, as this browser came here. */
  public String getAddress() {
    return Faces.getRequestBaseURL() + "login";
  }

  /** Of the form as it was shown: sent twice, it opens one organization. */
  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
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

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  /** The administrator's name. */
  public String getPerson() {
    return person;
  }

  public void setPerson(String person) {
    this.person = person;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }
}
