package org.tulpar.web.deal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tulpar.deal.Choice;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.DealEvent;
import org.tulpar.web.conversation.Reader;

/**
 * A deal in the panel, ready to be written on.
 *
 * @param client whom it is about, by id
 * @param amount without the currency, or empty
 * @param product what it is about in the catalogue, or null
 * @param owner id, or null
 * @param at as {@code <input type="datetime-local">} writes it, or empty
 */
public record DealSheet(
    long id,
    int version,
    long client,
    Long conversation,
    String name,
    String title,
    String amount,
    String currency,
    Choice product,
    Long owner,
    String step,
    String at,
    List<Choice> people,
    List<Step> history) {

  /** One step of the way, or what was written: what happened, when, and who did it. */
  public record Step(String words, String time, String exact, String by) {}

  static DealSheet of(DealCard card, List<Choice> people, List<DealEvent> history, Reader reader) {
    return new DealSheet(
        card.id(),
        card.version(),
        card.clientId(),
        card.dialogue() == null ? null : card.dialogue().id(),
        CardLine.name(card),
        card.title(),
        card.amount() == null ? "" : Price.typed(card.amount(), reader.locale()),
        card.currency(),
        card.product(),
        card.owner() == null ? null : card.owner().id(),
        card.nextStep(),
        card.nextStepAt() == null ? "" : local(card.nextStepAt(), reader),
        people,
        history.stream().map(event -> step(event, reader)).toList());
  }

  private static String local(Instant at, Reader reader) {
    return LocalDateTime.ofInstant(at, reader.zone()).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static Step step(DealEvent event, Reader reader) {
    return new Step(
        words(event, reader), reader.when(event.at()), reader.exact(event.at()), event.by());
  }

  private static String words(DealEvent event, Reader reader) {
    if (event.to() == null) {
      return DealChanges.words(event.changes(), reader);
    }
    return event.from() == null
        ? reader.word("deal.created", event.to())
        : reader.word("deal.moved", event.from(), event.to());
  }
}
