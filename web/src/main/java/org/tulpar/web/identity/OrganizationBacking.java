package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Faces;
import org.tulpar.identity.second.StepRule;
import org.tulpar.kernel.Refused;
import org.tulpar.tenant.OrganizationProfile;
import org.tulpar.web.client.Notices;
import org.tulpar.web.security.CurrentUser;
import org.tulpar.web.shell.Languages;

/** What the organization says of itself. */
@Named("organization")
@RequestScoped
public class OrganizationBacking {

  @Inject private OrganizationProfile profile;
  @Inject private StepRule rule;
  @Inject private CurrentUser me;
  @Inject private Notices notices;
  @Inject private Clock clock;

  private OrganizationProfile.Facts facts;
  private String name;
  private String language;
  private String zone;
  private String currency;
  private boolean secondStep;

  @PostConstruct
  void look() {
    facts = profile.read();
    name = facts.name();
    language = facts.locale().getLanguage();
    zone = facts.zone().getId();
    currency = facts.currency();
    secondStep = rule.required();
  }

  public void save() {
    try {
      profile.change(
          new OrganizationProfile.Facts(
              name,
              Languages.of(language).orElse(facts.locale()),
              Zones.of(zone).orElse(facts.zone()),
              currency),
          me.required().id());
      rule.require(secondStep, me.required().id());
      notices.done("organization.saved");
      Faces.redirect("settings/organization");
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

  /** Whether everybody signs in by two steps. */
  public boolean isSecondStep() {
    return secondStep;
  }

  public void setSecondStep(boolean secondStep) {
    this.secondStep = secondStep;
  }
}
