package org.tulpar.web.conversation.answering;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.tulpar.agent.fact.FactSettings;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.conversation.Readers;

/** Whether conversations are read for what clients tell of themselves. */
@Named("factSettings")
@RequestScoped
public class FactsBacking {

  @Inject private FactSettings settings;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private boolean wanted;
  private String wishes;

  @PostConstruct
  void look() {
    var choice = settings.choice();
    wanted = choice.wanted();
    wishes = choice.wishes();
  }

  public void save() {
    try {
      settings.change(wanted, wishes, readers.user());
      notices.done("facts.saved");
      Faces.redirect("settings/facts");
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public boolean isWanted() {
    return wanted;
  }

  public void setWanted(boolean wanted) {
    this.wanted = wanted;
  }

  public String getWishes() {
    return wishes;
  }

  public void setWishes(String wishes) {
    this.wishes = wishes;
  }
}
