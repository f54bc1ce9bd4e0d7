package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tulpar.channel.ChannelLimits;
import org.tulpar.identity.ApiTokens;
import org.tulpar.tenant.OrganizationRules;
import org.tulpar.tenant.ReturnPolicy;
import org.tulpar.web.operations.Figures;
import org.tulpar.web.security.CurrentUser;

/** What the administrator sets: when the bot gets the word back, how fast, and who else may act. */
@Named("settings")
@ViewScoped
public class SettingsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private OrganizationRules rules;
  @Inject private ChannelLimits limits;
  @Inject private ApiTokens tokens;
  @Inject private CurrentUser user;

  private String returnPolicy;
  private int returnHours;
  private int campaignPerDay;
  private List<LimitLine> channels;
  private List<KeyLine> keys;
  private String keyName;
  private String made;

  @PostConstruct
  void look() {
    var now = rules.read();
    returnPolicy = now.returnPolicy().name();
    returnHours = now.returnHours();
    campaignPerDay = now.campaignPerDay();
    channels = new ArrayList<>(limits.list().stream().map(LimitLine::new).toList());
    listKeys();
  }

  public void save() {
    rules.change(
        new OrganizationRules.Rules(
            ReturnPolicy.valueOf(returnPolicy), returnHours, campaignPerDay));
    channels.forEach(line -> limits.change(line.channel(), line.getPerMinute()));
    Messages.addGlobalInfo(Faces.<String>evaluateExpressionGet("#{m['settings.saved']}"));
  }

  /** The text of the new key is on the page once. */
  public void makeKey() {
    made = tokens.make(keyName, user.required().id());
    keyName = null;
    listKeys();
  }

  public void withdrawKey(long id) {
    tokens.withdraw(id);
    made = null;
    listKeys();
  }

  private void listKeys() {
    var person = user.required();
    var figures = new Figures(person.locale(), person.zone());
    keys = new ArrayList<>(tokens.list().stream().map(key -> KeyLine.of(key, figures)).toList());
  }

  public List<ReturnPolicy> getPolicies() {
    return List.of(ReturnPolicy.values());
  }

  public String getReturnPolicy() {
    return returnPolicy;
  }

  public void setReturnPolicy(String returnPolicy) {
    this.returnPolicy = returnPolicy;
  }

  public int getReturnHours() {
    return returnHours;
  }

  public void setReturnHours(int returnHours) {
    this.returnHours = returnHours;
  }

  public int getCampaignPerDay() {
    return campaignPerDay;
  }

  public void setCampaignPerDay(int campaignPerDay) {
    this.campaignPerDay = campaignPerDay;
  }

  public List<LimitLine> getChannels() {
    return channels;
  }

  public List<KeyLine> getKeys() {
    return keys;
  }

  public String getKeyName() {
    return keyName;
  }

  public void setKeyName(String keyName) {
    this.keyName = keyName;
  }

  public String getMade() {
    return made;
  }
}
