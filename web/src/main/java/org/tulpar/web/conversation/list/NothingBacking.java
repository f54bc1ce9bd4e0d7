package org.tulpar.web.conversation.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.conversation.welcome.Welcome;
import org.tulpar.web.conversation.InboxBacking;

/** Why a list is empty, and where there is something. */
@Named("nothing")
@RequestScoped
public class NothingBacking {

  @Inject private Welcome welcome;
  @Inject private InboxBacking inbox;

  private Boolean unconnected;
  private List<String> administrators = List.of();

  /** Whether there is no channel by which anybody could write. */
  public boolean isUnconnected() {
    if (unconnected == null) {
      unconnected = inbox.getRows() != null && inbox.getRows().isEmpty() && ask();
    }
    return unconnected;
  }

  /** Who may connect one, by name. */
  public String getAdministrators() {
    return String.join(", ", administrators);
  }

  /** The other piles on which something lies; none where the answer does not count them. */
  public List<InboxTab> getElsewhere() {
    if (inbox.getCounts() == null) {
      return List.of();
    }
    return Stream.of(InboxTab.values())
        .filter(tab -> tab != inbox.getTab())
        .filter(tab -> !inbox.count(tab).equals("0"))
        .toList();
  }

  /** Asked only of an empty list: whoever has a conversation has a channel. */
  private boolean ask() {
    var found = welcome.unconnected();
    administrators = found.orElse(List.of());
    return found.isPresent();
  }
}
