package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.channel.ChannelLimits;
import org.tulpar.tenant.OrganizationRules;
import org.tulpar.tenant.ReturnPolicy;
import org.tulpar.web.client.Notices;

/** When the bot gets the word back, and how fast messages go out. */
@Named("rules")
@RequestScoped
public class RulesBacking {

  @Inject private OrganizationRules rules;
  @Inject private ChannelLimits limits;
  @Inject private Notices notices;

  private ReturnPolicy returnPolicy;
  private int returnHours;
  private int campaignPerDay;
  private List<LimitLine> channels;

  @PostConstruct
  void look() {
    var now = rules.read();
    returnPolicy = now.returnPolicy();
    returnHours = now.returnHours();
    campaignPerDay = now.campaignPerDay();
    channels = limits.list().stream().map(LimitLine::new).toList();
  }

  public void save() {
    rules.change(new OrganizationRules.Rules(returnPolicy, returnHours, campaignPerDay));
    channels.forEach(line -> limits.change(line.channel(), line.getPerMinute()));
    notices.done("settings.saved");
    Faces.redirect("settings/rules");
  }

  public List<ReturnPolicy> getPolicies() {
    return List.of(ReturnPolicy.values());
  }

  public ReturnPolicy getReturnPolicy() {
    return returnPolicy;
  }

  public void setReturnPolicy(ReturnPolicy returnPolicy) {
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
}
