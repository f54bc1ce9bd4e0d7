package org.tulpar.web.conversation.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.conversation.list.InboxView;
import org.tulpar.conversation.list.InboxViews;
import org.tulpar.conversation.team.Teams;
import org.tulpar.kernel.Refused;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.InboxBacking;
import org.tulpar.web.conversation.Readers;

/** The filter's choices, what is chosen, and the views that keep it under a name. */
@Named("inboxFilter")
@RequestScoped
public class FilterBacking {

  @Inject private FilterGroups all;
  @Inject private Teams teams;
  @Inject private InboxViews views;
  @Inject private InboxBacking inbox;
  @Inject private Readers readers;

  private List<FilterGroup> groups;

  public List<FilterGroup> getGroups() {
    if (groups == null) {
      groups = all.of(inbox.getFilter());
    }
    return groups;
  }

  /** As they are now, for a page whose filter was made before. */
  public List<Choice> getTags() {
    return all.tags(inbox.getFilter()).choices();
  }

  /** What the list is narrowed to now. */
  public List<FilterGroup> getChosen() {
    return Stream.concat(
            Spans.groups(inbox.getFilter().span(), readers.reader(), teams).stream(),
            getGroups().stream())
        .filter(group -> group.chosen() != null)
        .toList();
  }

  /** What a figure asked for, as names and values of the address: a search keeps it. */
  public List<Map.Entry<String, String>> getKept() {
    return inbox.getFilter().span() == null
        ? List.of()
        : List.copyOf(inbox.getFilter().span().parameters().entrySet());
  }

  public List<InboxView> getViews() {
    return views.of(readers.user());
  }

  public void save() {
    save(inbox.getFilter());
  }

  private void save(InboxFilter filter) {
    try {
      views.save(Asked.text("name"), filter, Asked.flag("shared"), readers.user());
      PrimeFaces.current().ajax().addCallbackParam("saved", true);
    } catch (Refused e) {
      PrimeFaces.current().ajax().addCallbackParam("refused", readers.reader().word(e.code()));
    }
  }

  public void remove() {
    Asked.number(Asked.text("view")).ifPresent(view -> views.remove(view, readers.user()));
    PrimeFaces.current().ajax().addCallbackParam("saved", true);
  }

  /** A view that was just removed, with its filter again. */
  public void restore() {
    save(InboxFilter.of(Criteria.first(Asked.query(Asked.text("query"))::get), InboxTab.ALL));
  }
}
