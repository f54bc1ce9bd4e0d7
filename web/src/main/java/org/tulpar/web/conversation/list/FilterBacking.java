package org.tulpar.web.conversation.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;
import org.tulpar.client.list.FilterChoices;
import org.tulpar.conversation.hours.Answering;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxState;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.conversation.list.InboxView;
import org.tulpar.conversation.list.InboxViews;
import org.tulpar.conversation.team.Teams;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.InboxBacking;
import org.tulpar.web.conversation.Readers;

/** The filter's choices, what is chosen, and the views that keep it under a name. */
@Named("inboxFilter")
@RequestScoped
public class FilterBacking {

  /** Spoken by the clients of the region, and those that are translated. */
  private static final List<String> LANGUAGES =
      List.of("ru", "en", "ky", "kk", "uz", "tr", "ar", "zh", "de", "fr", "es", "pl");

  @Inject private FilterChoices choices;
  @Inject private Teams teams;
  @Inject private Answering answering;
  @Inject private InboxViews views;
  @Inject private InboxBacking inbox;
  @Inject private Readers readers;

  private List<Group> groups;

  /** One criterion: its name in the address, what it is called, and what there is. */
  public record Group(String name, List<Choice> choices) {

    public Choice chosen() {
      return choices.stream().filter(Choice::chosen).findFirst().orElse(null);
    }
  }

  public List<Group> getGroups() {
    if (groups == null) {
      groups = read(inbox.getFilter());
    }
    return groups;
  }

  /** What the list is narrowed to now. */
  public List<Group> getChosen() {
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
    var query = new HashMap<String, String>();
    for (var part : Asked.text("query").split("&")) {
      var at = part.indexOf('=');
      if (at > 0) {
        query.put(
            part.substring(0, at),
            URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    save(InboxFilter.of(query::get, InboxTab.ALL));
  }

  private List<Group> read(InboxFilter filter) {
    var known = choices.all();
    var all = new ArrayList<Group>();
    all.add(states(filter));
    all.add(
        group(
            "channel",
            filter.channelId(),
            answering.rules().channels().stream().map(c -> new Entry(c.id(), c.name()))));
    all.add(
        group(
            "manager",
            filter.managerId(),
            teams.colleagues().stream().map(c -> new Entry(c.id(), c.name()))));
    all.add(
        group("team", filter.teamId(), teams.all().stream().map(t -> new Entry(t.id(), t.name()))));
    all.add(
        group(
            "stage",
            filter.stageId(),
            known.stages().stream().map(s -> new Entry(s.id(), s.name()))));
    all.add(
        group("tag", filter.tagId(), known.tags().stream().map(t -> new Entry(t.id(), t.name()))));
    all.add(languages(filter));
    return all.stream().filter(group -> !group.choices().isEmpty()).toList();
  }

  private record Entry(Object id, String name) {}

  private static Group group(String name, Object chosen, Stream<Entry> all) {
    return new Group(
        name,
        all.map(
                one ->
                    new Choice(one.id().toString(), one.name(), Objects.equals(one.id(), chosen)))
            .toList());
  }

  private Group states(InboxFilter filter) {
    return new Group(
        "state",
        Stream.of(InboxState.values())
            .map(
                state ->
                    new Choice(
                        state.name(),
                        readers.reader().word("filter.state." + state),
                        state == filter.state()))
            .toList());
  }

  private Group languages(InboxFilter filter) {
    var locale = readers.reader().locale();
    return new Group(
        "lang",
        LANGUAGES.stream()
            .map(
                code ->
                    new Choice(
                        code,
                        Locale.of(code).getDisplayLanguage(locale),
                        code.equals(filter.language())))
            .toList());
  }
}
