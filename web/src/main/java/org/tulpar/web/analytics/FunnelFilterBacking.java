package org.tulpar.web.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tulpar.conversation.hours.Answering;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.conversation.team.Teams;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealFilter.Whose;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.list.Choice;

/**
 * Whose deals the funnel is of, and of which channel. The address says it in the words of the
 * board's, so that a number of the funnel leads to its cards.
 */
@Named("funnelFilter")
@RequestScoped
public class FunnelFilterBacking {

  private static final String WHOSE = "whose";
  private static final String CHANNEL = "channel";

  @Inject private Answering answering;
  @Inject private Teams teams;
  @Inject private Readers readers;

  private List<Choice> owners;
  private List<Choice> channels;

  /** What is not among the choices narrows nothing. */
  DealFilter filter() {
    var chosen = chosen(getOwners());
    return DealFilter.everything(readers.user())
        .whose(
            Arrays.stream(Whose.values())
                .filter(one -> one.name().equals(chosen))
                .findFirst()
                .orElse(Whose.ALL))
        .ownedBy(chosen == null ? null : Asked.number(chosen).orElse(null))
        .like(InboxFilter.of(InboxTab.ALL).in(channel()));
  }

  /** Words for the owners that have no name, and the people. */
  public List<Choice> getOwners() {
    if (owners == null) {
      var asked = Asked.text(WHOSE);
      var words =
          Stream.of(Whose.values())
              .filter(one -> one != Whose.ALL)
              .map(one -> choice(one, readers.reader().word("deals.whose." + one), asked));
      var people =
          teams.colleagues(Asked.number(asked).orElse(null)).stream()
              .map(one -> choice(one.id(), one.name(), asked));
      owners = Stream.concat(words, people).toList();
    }
    return owners;
  }

  public List<Choice> getChannels() {
    if (channels == null) {
      channels =
          answering.rules().channels().stream()
              .map(one -> choice(one.id(), one.name(), Asked.text(CHANNEL)))
              .toList();
    }
    return channels;
  }

  public boolean isNarrow() {
    return !getQuery().isEmpty();
  }

  /** What it is narrowed to, to stand at the end of an address; empty for everything. */
  public String getQuery() {
    return part(WHOSE, getOwners()) + part(CHANNEL, getChannels());
  }

  private static String part(String name, List<Choice> choices) {
    var chosen = chosen(choices);
    return chosen == null ? "" : "&" + name + "=" + chosen;
  }

  private static String chosen(List<Choice> choices) {
    return choices.stream().filter(Choice::chosen).map(Choice::value).findFirst().orElse(null);
  }

  private static Choice choice(Object value, String label, String asked) {
    return new Choice(value.toString(), label, value.toString().equals(asked));
  }

  private UUID channel() {
    var chosen = chosen(getChannels());
    return chosen == null ? null : UUID.fromString(chosen);
  }
}
