package org.tulpar.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealFilter.Became;
import org.tulpar.deal.Stage;
import org.tulpar.deal.StageTotal;

/** The funnel over a period: asked of the board, by the filters that the board shows. */
@Stateless
public class SalesFigures {

  @Inject private Board board;

  public Sales of(long pipelineId, Period period, long userId) {
    return of(pipelineId, period, DealFilter.everything(userId));
  }

  /**
   * @param funnel whose deals of which channel the steps are of; the rest is everybody's
   */
  public Sales of(long pipelineId, Period period, DealFilter funnel) {
    var userId = funnel.userId();
    return new Sales(
        steps(pipelineId, funnel.during(span(period, Became.MADE))),
        won(pipelineId, period, userId),
        won(pipelineId, period.before(), userId),
        owners(pipelineId, period),
        board.lost(pipelineId, span(period, Became.LOST)));
  }

  private List<Sales.Owner> owners(long pipelineId, Period period) {
    return board.owners(pipelineId, span(period, Became.WON)).stream()
        .collect(Collectors.groupingBy(Board.Owned::ownerId))
        .values()
        .stream()
        .map(SalesFigures::owner)
        .sorted(
            Comparator.comparingLong((Sales.Owner one) -> one.won().deals())
                .thenComparingLong(Sales.Owner::open)
                .reversed()
                .thenComparingLong(Sales.Owner::id))
        .toList();
  }

  private static Sales.Owner owner(List<Board.Owned> totals) {
    var sums = new TreeMap<String, BigDecimal>();
    totals.stream()
        .filter(one -> one.currency() != null)
        .forEach(one -> sums.merge(one.currency(), one.amount(), BigDecimal::add));
    var won = totals.stream().mapToLong(Board.Owned::won).sum();
    var open = totals.stream().mapToLong(Board.Owned::open).sum();
    var lost = totals.stream().mapToLong(Board.Owned::lost).sum();
    var first = totals.getFirst();
    return new Sales.Owner(first.ownerId(), first.name(), open, new Sales.Won(won, sums), lost);
  }

  private List<Sales.Step> steps(long pipelineId, DealFilter made) {
    var names =
        board.stages(pipelineId).stream().collect(Collectors.toMap(Stage::id, Function.identity()));
    var steps = new ArrayList<Sales.Step>();
    Long last = null;
    for (var one : board.conversion(pipelineId, made)) {
      var percent =
          last == null || last == 0
              ? null
              : (Integer) (int) Math.round(100.0 * one.reached() / last);
      steps.add(
          new Sales.Step(one.stageId(), names.get(one.stageId()).name(), one.reached(), percent));
      last = one.reached();
    }
    return steps;
  }

  private Sales.Won won(long pipelineId, Period period, long userId) {
    var totals = board.totals(pipelineId, DealFilter.of(userId, span(period, Became.WON)));
    return new Sales.Won(totals.stream().mapToLong(StageTotal::count).sum(), sums(totals));
  }

  private static DealFilter.Span span(Period period, Became became) {
    return new DealFilter.Span(period.from(), period.to(), became);
  }

  /** Of all stages, each currency by itself. */
  static SortedMap<String, BigDecimal> sums(List<StageTotal> totals) {
    var sums = new TreeMap<String, BigDecimal>();
    for (var total : totals) {
      if (total.currency() != null) {
        sums.merge(total.currency(), total.sum(), BigDecimal::add);
      }
    }
    return sums;
  }
}
