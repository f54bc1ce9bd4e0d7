package org.tulpar.web.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tulpar.analytics.Needs;
import org.tulpar.analytics.Urgent;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.deal.Price;

/** What waits now, in words; what is zero is not said. */
final class Todos {

  private static final String DEADLETTERS = "/deadletters";

  private final List<Todo> all = new ArrayList<>();
  private final Reader reader;

  private Todos(Reader reader) {
    this.reader = reader;
  }

  static List<Todo> of(Needs needs, Reader reader) {
    var todos = new Todos(reader);
    todos.add(
        "waiting",
        "waiting",
        needs.waiting(),
        longest(needs, reader),
        Addresses.inbox(Urgent.WAITING));
    todos.inbox("unassigned", "waiting", needs.unassigned(), Urgent.UNASSIGNED);
    todos.inbox("failed", "danger", needs.failed(), Urgent.FAILED);
    todos.add("unknown", "danger", needs.unknown(), hint("unknown", reader), DEADLETTERS);
    todos.inbox("closing", "warning", needs.closing(), Urgent.CLOSING);
    todos.inbox("mentions", "human", needs.mentions(), Urgent.MENTIONED);
    todos.inbox("promises", "warning", needs.promises(), Urgent.PROMISED);
    needs
        .steps()
        .forEach(pile -> todos.pile(pile, "steps", "danger", Addresses.overdue(pile.pipelineId())));
    needs
        .rotten()
        .forEach(
            pile -> todos.pile(pile, "rotten", "warning", Addresses.rotten(pile.pipelineId())));
    return todos.all;
  }

  /** Who waits longest, or nothing. */
  static String longest(Needs needs, Reader reader) {
    if (needs.longest() == null) {
      return "";
    }
    var time = reader.since(needs.longest());
    return needs.first() == null
        ? reader.word("dashboard.longest", time)
        : reader.word("dashboard.longest.who", time, needs.first());
  }

  private static String hint(String what, Reader reader) {
    return reader.word("dashboard.now." + what + ".hint");
  }

  /** Something that waits in the inbox. */
  private void inbox(String what, String kind, int number, InboxFilter filter) {
    add(what, kind, number, hint(what, reader), Addresses.inbox(filter));
  }

  private void add(String what, String kind, int number, String meta, String address) {
    if (number > 0) {
      var words = reader.word("dashboard.now." + what, Said.many(number, reader));
      all.add(new Todo(what, kind, words, meta, address));
    }
  }

  private void pile(Needs.Pile pile, String what, String kind, String address) {
    var sums =
        pile.sums().entrySet().stream()
            .map(sum -> Price.of(sum.getValue(), sum.getKey(), reader.locale()))
            .collect(Collectors.joining(" · "));
    all.add(
        new Todo(
            what + "-" + pile.pipelineId(),
            kind,
            reader.word("dashboard.now." + what, Said.number(pile.deals(), reader)),
            sums.isEmpty() ? pile.pipeline() : pile.pipeline() + " · " + sums,
            address));
  }
}
