package org.tulpar.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxSort;
import org.tulpar.conversation.list.InboxState;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.deal.Board;
import org.tulpar.deal.Choice;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.StageTotal;
import org.tulpar.dialogue.outbound.Undelivered;

/** What waits for somebody now: each number is that of a list, asked of the list. */
@Stateless
public class Urgent {

  public static final InboxFilter WAITING = InboxFilter.of(InboxTab.NEEDS_HUMAN);
  public static final InboxFilter UNASSIGNED = InboxFilter.of(InboxTab.UNASSIGNED);
  public static final InboxFilter FAILED = state(InboxState.FAILED);
  public static final InboxFilter CLOSING = state(InboxState.CLOSING);

  public static final InboxFilter MENTIONED = state(InboxState.MENTIONED);

  /** Hers, who waits longest first. */
  public static final InboxFilter PROMISED =
      state(InboxState.DUE, InboxTab.MINE).by(InboxSort.WAITING);

  @Inject private Inbox inbox;
  @Inject private Board board;
  @Inject private Undelivered undelivered;

  public Needs needs(long userId) {
    var first = inbox.first(WAITING, userId, 1).stream().findFirst();
    return new Needs(
        inbox.count(WAITING, userId),
        first.map(row -> row.waitingSince()).orElse(null),
        first.map(row -> row.clientName()).orElse(null),
        inbox.count(UNASSIGNED, userId),
        inbox.count(FAILED, userId),
        inbox.count(CLOSING, userId),
        undelivered.unknown().size(),
        inbox.count(MENTIONED, userId),
        inbox.count(PROMISED, userId),
        piles(DealFilter.overdue(userId)),
        piles(DealFilter.rotten(userId)));
  }

  private List<Needs.Pile> piles(DealFilter filter) {
    return board.pipelines().stream()
        .map(pipeline -> pile(pipeline, filter))
        .filter(one -> one.deals() > 0)
        .toList();
  }

  private Needs.Pile pile(Choice pipeline, DealFilter filter) {
    var totals = board.totals(pipeline.id(), filter);
    return new Needs.Pile(
        pipeline.id(),
        pipeline.name(),
        totals.stream().mapToLong(StageTotal::count).sum(),
        SalesFigures.sums(totals));
  }

  private static InboxFilter state(InboxState state) {
    return state(state, InboxTab.ALL);
  }

  private static InboxFilter state(InboxState state, InboxTab tab) {
    return InboxFilter.of(name -> "state".equals(name) ? state.name() : null, tab);
  }
}
