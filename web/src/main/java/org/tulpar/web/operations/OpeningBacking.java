package org.tulpar.web.operations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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

  private String name;
  private String language;
  private String zone;
  private String currency;
  private String person;
  private String login;
  private People.Admitted admitted;

  @PostConstruct
  void look() {
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
      var asked = NewOrganization.run(facts, new NewOrganization.Administrator(login, person));
      admitted = opening.open(asked, here.login()).administrator();
      name = null;
      person = null;
      login = null;
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
