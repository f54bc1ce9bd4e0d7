package org.tulpar.web.deal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.conversation.team.Colleague;
import org.tulpar.conversation.team.Teams;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealFilter.Became;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.list.Choice;
import org.tulpar.web.conversation.list.FilterGroup;
import org.tulpar.web.conversation.list.FilterGroups;

/** What the board can be narrowed to beside its own: as in the inbox, and kept in the address. */
@Named("dealFilter")
@RequestScoped
public class DealFilterBacking {

  @Inject private FilterGroups all;
  @Inject private Teams teams;
  @Inject private DealsBacking deals;
  @Inject private Readers readers;

  private List<FilterGroup> groups;

  /** What lies in a stage is the board's own, and so is what is unread. */
  public List<FilterGroup> getGroups() {
    if (groups == null) {
      groups =
          all.of(deals.getFilter().dialogue()).stream()
              .filter(group -> DealFilter.AS_IN_INBOX.contains(group.name()))
              .toList();
    }
    return groups;
  }

  /** As they are now, for a page whose filter was made before. */
  public List<Choice> getTags() {
    return all.tags(deals.getFilter().dialogue()).choices();
  }

  /** What is so of a deal, or is not asked. */
  public List<Choice> getFlags() {
    var filter = deals.getFilter();
    return List.of(
        flag("unread", filter.unread()),
        flag("rotten", filter.rotten()),
        flag("overdue", filter.overdue()));
  }

  private Choice flag(String name, boolean chosen) {
    return new Choice(name, readers.reader().word("deals." + name), chosen);
  }

  public List<FilterGroup> getChosen() {
    var flags = getFlags().stream().map(flag -> new FilterGroup(flag.value(), List.of(flag)));
    return Stream.concat(flags, getGroups().stream())
        .filter(group -> group.chosen() != null)
        .toList();
  }

  /** Whose deals can be asked for by name. */
  public List<Colleague> getOwners() {
    return teams.colleagues(deals.getFilter().ownerId());
  }

  /** The address of the board without one of its conditions. */
  public String without(String name) {
    var rest = parameters();
    rest.remove(name);
    return rest.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Map<String, String> parameters() {
    var filter = deals.getFilter();
    var names = new LinkedHashMap<String, String>();
    put(names, "p", deals.getPipeline());
    put(names, "q", filter.text());
    put(names, "whose", filter.ownerId() == null ? filter.whose() : filter.ownerId());
    put(names, "unread", filter.unread() ? true : null);
    put(names, "rotten", filter.rotten() ? true : null);
    put(names, "overdue", filter.overdue() ? true : null);
    names.putAll(filter.dialogue().parameters());
    names.remove("tab");
    if (filter.span() != null) {
      put(names, "days", deals.getSpanDays());
      put(names, "won", filter.span().became() == Became.WON);
      put(names, "lost", filter.span().became() == Became.LOST);
      put(names, "reached", filter.span().reached());
      put(names, "reason", filter.span().reasonId());
    }
    return names;
  }

  private static void put(Map<String, String> names, String name, Object value) {
    if (value != null) {
      names.put(name, value.toString());
    }
  }
}
