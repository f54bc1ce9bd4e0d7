package org.tulpar.web.conversation.list;

import java.util.ArrayList;
import java.util.List;
import org.tulpar.conversation.list.InboxSpan;
import org.tulpar.conversation.team.Teams;
import org.tulpar.web.conversation.Reader;

/** What a figure asked for, in words. */
final class Spans {

  private Spans() {}

  /** Each can be taken back by its name; without the days nothing of it is left. */
  static List<FilterGroup> groups(InboxSpan span, Reader reader, Teams teams) {
    if (span == null) {
      return List.of();
    }
    var groups = new ArrayList<FilterGroup>();
    groups.add(
        group(
            "days",
            reader.word("filter.outcome." + span.outcome())
                + ", "
                + reader.days(span.from(), span.to())));
    if (span.by() != null) {
      groups.add(group("by", person(span.by(), reader, teams)));
    }
    if (span.reason() != null) {
      groups.add(group("reason", reader.wordIfAny(span.reason()).orElse(span.reason())));
    }
    return groups;
  }

  private static String person(long id, Reader reader, Teams teams) {
    return teams.colleagues().stream()
        .filter(one -> one.id() == id)
        .map(one -> one.name())
        .findFirst()
        .orElseGet(() -> reader.word("dashboard.phone"));
  }

  private static FilterGroup group(String name, String label) {
    return new FilterGroup(name, List.of(new Choice(name, label, true)));
  }
}
