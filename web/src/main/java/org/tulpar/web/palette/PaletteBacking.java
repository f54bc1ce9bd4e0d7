package org.tulpar.web.palette;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.web.shell.NavigationBacking;

/** What the palette offers before anything is typed. */
@Named("palette")
@RequestScoped
public class PaletteBacking {

  @Inject private NavigationBacking navigation;

  /** The piles of the inbox, for whoever has one. */
  public List<InboxTab> getTabs() {
    return navigation.open("INBOX") ? List.of(InboxTab.values()) : List.of();
  }
}
