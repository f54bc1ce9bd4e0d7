package org.tulpar.web.conversation.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.tulpar.client.Tag;
import org.tulpar.client.list.FilterChoices;
import org.tulpar.conversation.hours.Answering;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxState;
import org.tulpar.conversation.team.Teams;
import org.tulpar.web.conversation.Readers;

/** What a list of conversations, or of what they are about, can be narrowed to. */
@RequestScoped
public class FilterGroups {

  /** Spoken by the clients of the region, and those that are translated. */
  private static final List<String> LANGUAGES =
      List.of("ru", "en", "ky", "kk", "uz", "tr", "ar", "zh", "de", "fr", "es", "pl");

  private static final String TAG = "tag";

  @Inject private FilterChoices choices;
  @Inject private Teams teams;
  @Inject private Answering answering;
  @Inject private Readers readers;

  /**
   * What there is, criterion by criterion; those without anything to choose are absent, but for the
   * tags, which come while the page is looked at.
   */
  public List<FilterGroup> of(InboxFilter filter) {
    var known = choices.all();
    var all = new ArrayList<FilterGroup>();
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
            teams.colleagues(filter.managerId()).stream().map(c -> new Entry(c.id(), c.name()))));
    all.add(
        group("team", filter.teamId(), teams.all().stream().map(t -> new Entry(t.id(), t.name()))));
    all.add(
        group(
            "stage",
            filter.stageId(),
            known.stages().stream().map(s -> new Entry(s.id(), s.name()))));
    all.add(tags(filter, known.tags()));
    all.add(languages(filter));
    return all.stream()
        .filter(group -> group.name().equals(TAG) || !group.choices().isEmpty())
        .toList();
  }

  /** The tags there are. */
  public FilterGroup tags(InboxFilter filter) {
    return tags(filter, choices.tags());
  }

  private static FilterGroup tags(InboxFilter filter, List<Tag> known) {
    return group(TAG, filter.tagId(), known.stream().map(t -> new Entry(t.id(), t.name())));
  }

  private record Entry(Object id, String name) {}

  private static FilterGroup group(String name, Object chosen, Stream<Entry> all) {
    return new FilterGroup(
        name,
        all.map(
                one ->
                    new Choice(one.id().toString(), one.name(), Objects.equals(one.id(), chosen)))
            .toList());
  }

  private FilterGroup states(InboxFilter filter) {
    return new FilterGroup(
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

  private FilterGroup languages(InboxFilter filter) {
    var locale = readers.reader().locale();
    return new FilterGroup(
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
