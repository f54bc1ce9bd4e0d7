package org.tulpar.dialogue.inbound;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tulpar.channel.Lane;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.conversation.Takeover.BotSilenced;
import org.tulpar.dialogue.flow.MessageIds;
import org.tulpar.dialogue.inbound.EventOutcome.Deferred;
import org.tulpar.dialogue.inbound.EventOutcome.Failed;
import org.tulpar.dialogue.inbound.EventOutcome.Ignored;
import org.tulpar.tenant.OrganizationId;

/**
 * One transaction: the oldest events of lanes become clients, conversations, messages and turns.
 */
@Stateless
public class ResolutionStep {

  /**
   * A receipt that waits this often for its message, three quarters of an hour with growing pauses,
   * belongs to none of ours.
   */
  private static final int RECEIPT_ATTEMPTS = 16;

  private static final int REASON_LENGTH = 500;

  @Inject private Ledger ledger;
  @Inject private EventReader reader;
  @Inject private Arrivals arrivals;
  @Inject private Connections connections;
  @Inject private Changes changes;
  @Inject private MessageIds messageIds;
  @Inject private Event<BotSilenced> silenced;

  /**
   * What a step did.
   *
   * @param more whether further events may wait
   * @param turnsDue lanes in which a turn waits for nothing any more
   */
  public record Step(boolean more, Set<ConversationChanged> changed, Set<Integer> turnsDue) {}

  /** Names an event of the ledger. */
  public record EventName(OrganizationId organization, long id) {

    int lane() {
      return Lane.of(organization);
    }
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Step apply(int[] lanes, int most) throws SQLException {
    var events = ledger.claim(lanes, most);
    var more = events.size() == most || events.stream().anyMatch(LedgerEvent::more);
    return apply(events, more);
  }

  /** This one event, if it still waits. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Step apply(EventName name) throws SQLException {
    return apply(ledger.claim(name.lane(), name.organization(), name.id()), false);
  }

  /** What {@link #apply(int[], int)} would take, in its order. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<EventName> waiting(int lane, int most) throws SQLException {
    return ledger.claim(new int[] {lane}, most).stream()
        .map(event -> new EventName(event.organization(), event.id()))
        .toList();
  }

  private Step apply(List<LedgerEvent> events, boolean more) throws SQLException {
    if (events.isEmpty()) {
      return new Step(false, Set.of(), Set.of());
    }
    var batch = new Batch();
    var outcomes = new ArrayList<EventOutcome>();
    for (var event : events) {
      outcomes.add(reader.read(event, batch));
    }
    batch.forget(arrivals.stored(batch.again()));
    var changed = new HashSet<ConversationChanged>();
    var due = write(batch, changed);
    writeReceipts(batch, changed, outcomes);
    writeChanges(batch, changed);
    for (var change : batch.connections()) {
      connections.connection(change);
    }
    for (var code : batch.codes()) {
      connections.code(code);
    }
    ledger.finish(outcomes);
    return new Step(more, changed, due);
  }

  /** Sets the event aside as failed, so that the lane goes on. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void setAside(EventName name, String reason) throws SQLException {
    var cut = reason.substring(0, Math.min(reason.length(), REASON_LENGTH));
    for (var event : ledger.claim(name.lane(), name.organization(), name.id())) {
      ledger.finish(List.of(new Failed(event, cut)));
    }
  }

  private Set<Integer> write(Batch batch, Set<ConversationChanged> changed) throws SQLException {
    var echoes = batch.echoes();
    if (!echoes.isEmpty()) {
      changed.addAll(arrivals.echoes(echoes));
    }
    var ids = messageIds.block();
    var people = new People(ids);
    var messages = batch.arrivals(people, ids);
    if (messages.isEmpty()) {
      return Set.of();
    }
    var written = arrivals.messages(people, messages);
    changed.addAll(written.conversations());
    written.takenOver().forEach(id -> silenced.fire(new BotSilenced(id)));
    return written.turnsDue();
  }

  private void writeReceipts(
      Batch batch, Set<ConversationChanged> changed, List<EventOutcome> outcomes)
      throws SQLException {
    var receipts = batch.receipts();
    if (receipts.isEmpty()) {
      return;
    }
    var written = arrivals.receipts(receipts);
    changed.addAll(written.conversations());
    written.unknown().forEach(receipt -> tooEarly(receipt.source(), outcomes));
  }

  private void writeChanges(Batch batch, Set<ConversationChanged> changed) throws SQLException {
    if (!batch.changes().isEmpty()) {
      changed.addAll(changes.apply(batch.changes()));
    }
    if (!batch.reactions().isEmpty()) {
      changed.addAll(changes.reactions(batch.reactions()));
    }
    if (!batch.names().isEmpty()) {
      changed.addAll(changes.names(batch.names()));
    }
  }

  private static void tooEarly(LedgerEvent event, List<EventOutcome> outcomes) {
    var outcome =
        event.attempts() < RECEIPT_ATTEMPTS
            ? new Deferred(event)
            : new Ignored(event, "receipt of a message that is not ours");
    outcomes.replaceAll(each -> each.event() == event ? outcome : each);
  }
}
