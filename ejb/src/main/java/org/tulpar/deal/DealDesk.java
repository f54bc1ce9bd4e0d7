package org.tulpar.deal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tulpar.client.CardWritten;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.tenant.TenantScope;

/** What a person does with a deal; each time against the version of the card she has seen. */
@Stateless
public class DealDesk {

  /** Deals that are told of at once; whoever has more of one client looks at the page anew. */
  private static final int MOST = 500;

  @Inject private Deals deals;
  @Inject private Event<DealChanged> changed;
  @Inject private AfterCommit conversations;
  @Inject private Clock clock;

  /**
   * Puts a card where it was dropped and returns its next version.
   *
   * @throws DealStale when it is not the card the person has seen
   * @throws DealUnknown when the organization has no such deal or stage
   * @throws DealIncomplete when it is lost without a reason, or won for nothing
   */
  public int move(DealMove move, long userId) {
    var moved = deals.move(checked(move), userId, clock.instant());
    switch (moved.outcome()) {
      case MOVED -> tell(move.dealId());
      case STALE -> throw new DealStale(move.dealId());
      case UNKNOWN -> throw new DealUnknown(move.dealId());
      case REASON -> throw DealIncomplete.reason();
      case AMOUNT -> throw DealIncomplete.amount();
    }
    moved.apart().forEach(this::placed);
    return moved.version();
  }

  /**
   * Puts a new deal on top of a stage and returns its id.
   *
   * @param conversationId what it is about, open or not; null for the client's open one, if there
   *     is one
   * @throws DealUnknown when the organization has no such stage or client
   * @throws DealIncomplete without a title, or with an amount of no currency
   */
  public long create(
      long clientId, Long conversationId, long stageId, DealDraft draft, long userId) {
    var complete = complete(draft);
    var id =
        deals
            .create(clientId, conversationId, stageId, complete, userId, clock.instant())
            .orElseThrow(() -> new DealUnknown(clientId));
    tell(id);
    return id;
  }

  /**
   * Writes on a card, and leaves with it who changed what.
   *
   * @throws DealStale when it is not the card the person has seen
   * @throws DealIncomplete without a title, or with an amount of no currency
   */
  public void edit(long dealId, int version, DealDraft draft, long userId) {
    if (!deals.edit(dealId, version, complete(draft), userId, clock.instant())) {
      throw new DealStale(dealId);
    }
    tell(dealId);
  }

  private static DealMove checked(DealMove move) {
    if (move.amount() != null && !isCurrency(move.currency())) {
      throw DealIncomplete.currency();
    }
    return move;
  }

  private static DealDraft complete(DealDraft draft) {
    var title = draft.title() == null ? "" : draft.title().strip();
    if (title.isEmpty()) {
      throw DealIncomplete.title();
    }
    if (draft.amount() != null && !isCurrency(draft.currency())) {
      throw DealIncomplete.currency();
    }
    var step = draft.nextStep() == null || draft.nextStep().isBlank() ? null : draft.nextStep();
    return new DealDraft(
        title,
        draft.amount(),
        draft.amount() == null ? null : draft.currency(),
        draft.productId(),
        draft.ownerId(),
        step,
        step == null ? null : draft.nextStepAt());
  }

  private static boolean isCurrency(String code) {
    return code != null && code.matches("[A-Z]{3}");
  }

  /** A card on the board shows its client's name and tags. */
  public void written(@Observes CardWritten card) {
    deals
        .ofClients(card.clientIds(), MOST)
        .forEach(id -> changed.fire(new DealChanged(card.organization(), id)));
  }

  /**
   * A dialogue shows where its deal stands: to whoever looks at it, that is news of the dialogue.
   */
  private void tell(long dealId) {
    placed(dealId);
    deals.conversation(dealId).ifPresent(conversations::tell);
  }

  private void placed(long dealId) {
    changed.fire(new DealChanged(TenantScope.required(), dealId));
  }
}
