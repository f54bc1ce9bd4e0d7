package org.tulpar.dialogue.inbound;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.CodeShown;
import org.tulpar.channel.ChannelEvent.ConnectionChanged;
import org.tulpar.channel.ChannelEvent.ContactNamed;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.MessageDeleted;
import org.tulpar.channel.ChannelEvent.MessageEdited;
import org.tulpar.channel.ChannelEvent.OwnMessageEchoed;
import org.tulpar.channel.ChannelEvent.PastMessage;
import org.tulpar.channel.ChannelEvent.ReactionArrived;
import org.tulpar.channel.ChannelEvent.ReceiptArrived;
import org.tulpar.dialogue.flow.MessageIds;

/** The claimed events of a lane, sorted by what they are; within an organization in their order. */
final class Batch {

  /** A provider's event together with the row of the ledger that brought it. */
  record Sourced<E extends ChannelEvent>(LedgerEvent source, E event) {}

  /**
   * A message together with the row of the ledger that brought it.
   *
   * @param past told from the provider's history
   */
  private record Letter(LedgerEvent source, MessageArrived event, boolean past) {}

  private static final Comparator<LedgerEvent> BY_ORGANIZATION =
      Comparator.comparing(LedgerEvent::organization).thenComparingLong(LedgerEvent::id);

  private final List<Letter> messages = new ArrayList<>();
  private final List<Sourced<OwnMessageEchoed>> echoes = new ArrayList<>();
  private final List<Sourced<ReceiptArrived>> receipts = new ArrayList<>();
  private final List<Sourced<ConnectionChanged>> connections = new ArrayList<>();
  private final List<Sourced<CodeShown>> codes = new ArrayList<>();
  private final List<Sourced<ChannelEvent>> changes = new ArrayList<>();
  private final List<Sourced<ReactionArrived>> reactions = new ArrayList<>();
  private final List<Sourced<ContactNamed>> names = new ArrayList<>();

  void add(LedgerEvent source, ChannelEvent event) {
    switch (event) {
      case MessageArrived message -> messages.add(new Letter(source, message, false));
      case PastMessage past -> messages.add(new Letter(source, past.message(), true));
      case OwnMessageEchoed echo -> echoes.add(new Sourced<>(source, echo));
      case ReceiptArrived receipt -> receipts.add(new Sourced<>(source, receipt));
      case MessageEdited edit -> changes.add(new Sourced<>(source, edit));
      case MessageDeleted deletion -> changes.add(new Sourced<>(source, deletion));
      case ReactionArrived reaction -> reactions.add(new Sourced<>(source, reaction));
      case ContactNamed named -> names.add(new Sourced<>(source, named));
      case CodeShown code when source.again() -> {} // it can be scanned for a minute only
      case CodeShown code -> codes.add(new Sourced<>(source, code));
      case ConnectionChanged change when source.again() -> {} // it was true when it was told
      case ConnectionChanged change -> connections.add(new Sourced<>(source, change));
      case Ignored nothing -> {}
    }
  }

  /** A message that may have come before, by which it is looked for among those stored. */
  record Repeated(LedgerEvent source, ChannelEvent event, String externalId, boolean outbound) {}

  /** The messages of the past, and those of events that may tell what is stored already. */
  List<Repeated> again() {
    var again = new ArrayList<Repeated>();
    for (var message : messages) {
      if (message.past() || message.source().mayRepeat()) {
        var event = message.event();
        again.add(new Repeated(message.source(), event, event.externalId(), event.byOwner()));
      }
    }
    for (var echo : echoes) {
      if (echo.source().mayRepeat()) {
        again.add(new Repeated(echo.source(), echo.event(), echo.event().externalId(), true));
      }
    }
    again.sort(Comparator.comparing(Repeated::source, BY_ORGANIZATION));
    return again;
  }

  /** Takes out what is stored already: nothing of it happens twice. */
  void forget(Set<ChannelEvent> stored) {
    messages.removeIf(message -> stored.contains(message.event()));
    echoes.removeIf(echo -> stored.contains(echo.event()));
  }

  List<Arrival> arrivals(People people, MessageIds.Source ids) throws SQLException {
    messages.sort(Comparator.comparing(Letter::source, BY_ORGANIZATION));
    for (var message : messages) {
      people.meet(message.source(), message.event());
    }
    var arrivals = new ArrayList<Arrival>();
    for (var message : messages) {
      var person = people.of(message.source(), message.event());
      var conversation = people.conversation(message.source(), person);
      arrivals.add(
          new Arrival(
              message.source(), message.event(), message.past(), person, conversation, ids.take()));
    }
    return arrivals;
  }

  /**
   * Our own sends, as the provider reports them; some providers report them like a message typed on
   * the phone, so that every such message is looked at first.
   */
  List<Sourced<OwnMessageEchoed>> echoes() {
    var all = new ArrayList<>(echoes);
    for (var message : messages) {
      var typed = message.event();
      if (typed.byOwner()) {
        all.add(
            new Sourced<>(
                message.source(),
                new OwnMessageEchoed(
                    typed.chat(), typed.externalId(), typed.content(), typed.at())));
      }
    }
    return inOrder(all);
  }

  List<Sourced<ReceiptArrived>> receipts() {
    return inOrder(receipts);
  }

  /** Edits and deletions. */
  List<Sourced<ChannelEvent>> changes() {
    return inOrder(changes);
  }

  List<Sourced<ReactionArrived>> reactions() {
    return inOrder(reactions);
  }

  List<Sourced<ContactNamed>> names() {
    return inOrder(names);
  }

  private static <E extends ChannelEvent> List<Sourced<E>> inOrder(List<Sourced<E>> events) {
    events.sort(Comparator.comparing(Sourced::source, BY_ORGANIZATION));
    return events;
  }

  /** The last word of each channel: a storm of them is one. */
  List<Sourced<ConnectionChanged>> connections() {
    return lasts(connections);
  }

  /** The last code of each channel. */
  List<Sourced<CodeShown>> codes() {
    return lasts(codes);
  }

  private static <E extends ChannelEvent> List<Sourced<E>> lasts(List<Sourced<E>> events) {
    var byChannel = new LinkedHashMap<UUID, Sourced<E>>();
    events.forEach(event -> byChannel.put(event.source().channel(), event));
    return List.copyOf(byChannel.values());
  }
}
