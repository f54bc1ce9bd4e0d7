package org.tulpar.deal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies on a board: its columns, counted by the database, and its cards a page at a time. */
@Stateless
public class Board {

  /** Cards of a page of one column. */
  public static final int PAGE = 50;

  /** The longest column that is read in one go. */
  private static final int LONGEST = 10 * PAGE;

  /** Beginnings among which a person chooses in one list. */
  public static final int ENTRANCES = 100;

  /**
   * A stage in which work goes on, where a new deal may begin.
   *
   * @param pipeline by name
   */
  public record Entrance(long id, String name, long pipelineId, String pipeline) {}

  /**
   * A deal that a word was found in.
   *
   * @param client by name or phone, or null
   * @param amount or null, with its currency
   */
  public record Found(
      long id,
      long pipelineId,
      String title,
      String client,
      String stage,
      BigDecimal amount,
      String currency) {}

  /**
   * What a person has to do with the deals of a pipeline, in one currency.
   *
   * @param ownerId 0 for nobody
   * @param name null for nobody
   * @param open under way now; told once, without a currency
   * @param won within the days that were asked for
   * @param lost within the same days; told once, without a currency
   * @param amount of what was won
   */
  public record Owned(
      long ownerId,
      String name,
      long open,
      long won,
      long lost,
      String currency,
      BigDecimal amount) {}

  /**
   * How many deals were lost for a reason.
   *
   * @param reasonId 0 where none was given
   * @param name null where none was given
   */
  public record Lost(long reasonId, String name, long deals) {}

  @Inject private BoardRows rows;
  @Inject private BoardFigures figures;
  @Inject private Clock clock;

  public List<Choice> pipelines() {
    return rows.pipelines();
  }

  /** In the order of the board. */
  public List<Stage> stages(long pipelineId) {
    return rows.stages(pipelineId);
  }

  /** Counts and sums over the whole filter; a stage without a deal is absent. */
  public List<StageTotal> totals(long pipelineId, DealFilter filter) {
    return figures.totals(pipelineId, filter);
  }

  /** What each person has under way, and what of hers was won and lost in these days. */
  public List<Owned> owners(long pipelineId, DealFilter.Span closed) {
    return figures.owners(pipelineId, closed);
  }

  /** Why deals were lost in these days, the most frequent reason first. */
  public List<Lost> lost(long pipelineId, DealFilter.Span span) {
    return figures.lost(pipelineId, span);
  }

  /** The first cards of every column: {@link #PAGE} and one, which tells that more follow. */
  public List<DealCard> first(long pipelineId, DealFilter filter) {
    return rows.first(pipelineId, filter, PAGE + 1);
  }

  /**
   * The first cards of every column once more.
   *
   * @param shown how many cards of a stage somebody has before her: as many come, a page at least
   *     and ten pages at most
   */
  public List<DealCard> again(long pipelineId, DealFilter filter, Map<Long, Long> shown) {
    return rows.again(pipelineId, filter, shown, PAGE, LONGEST);
  }

  /** The cards of a column behind a place: {@link #PAGE} and one, which tells that more follow. */
  public List<DealCard> behind(long stageId, DealPlace place, DealFilter filter) {
    return rows.behind(stageId, place, filter, PAGE + 1);
  }

  /** Those of the given deals that lie on this board and under this filter now. */
  public List<DealCard> among(long pipelineId, DealFilter filter, Collection<Long> dealIds) {
    return rows.among(pipelineId, filter, dealIds);
  }

  /** What a conversation is about now: the latest of its deals. */
  public Optional<DealCard> about(long conversationId) {
    return rows.about(conversationId);
  }

  /** The stages among which a stage stands, in the order of the board. */
  public List<Stage> beside(long stageId) {
    return rows.beside(stageId);
  }

  /**
   * Where a deal may begin, of every pipeline, in the order of the boards: the first is usual. At
   * most {@link #ENTRANCES}; behind the rest a deal begins on its board.
   */
  public List<Entrance> entrances() {
    return rows.entrances(ENTRANCES);
  }

  /** Wherever it lies. */
  public Optional<DealCard> card(long dealId) {
    return rows.card(dealId);
  }

  /** How far the deals of the last days came. */
  public List<Conversion> conversion(long pipelineId, Duration period) {
    return figures.conversion(pipelineId, clock.instant().minus(period));
  }

  /** How far the deals under a filter came: a number of the funnel is that of its cards. */
  public List<Conversion> conversion(long pipelineId, DealFilter filter) {
    return figures.conversion(pipelineId, filter);
  }

  /** The way of a deal and what was written on it, the latest first; at most a hundred. */
  public List<DealEvent> history(long dealId) {
    return rows.history(dealId);
  }

  /** Why a deal may be lost. */
  /** What a reason is called, whether it is still given or not. */
  public Optional<String> lostReason(long id) {
    return figures.lostReason(id);
  }

  public List<Choice> lostReasons() {
    return rows.lostReasons();
  }

  /** The people who may own a deal. */
  public List<Choice> people() {
    return rows.people();
  }

  /** Whom a new deal may be about: by a part of the name or the beginning of the phone. */
  public List<Choice> clients(String text) {
    return rows.clients(text);
  }

  /**
   * The latest deals with words of their title begun by these, or with a client whom the words
   * find.
   */
  public List<Found> found(String words, int most) {
    return rows.found(words, most);
  }

  /** Whom a conversation is with. */
  public Optional<Choice> client(long conversationId) {
    return rows.client(conversationId);
  }
}
