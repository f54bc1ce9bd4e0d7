package org.tulpar.web.catalog;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tulpar.catalog.product.Departure;
import org.tulpar.catalog.product.PriceFact;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.ProductCard;
import org.tulpar.catalog.product.ProductType;
import org.tulpar.web.client.Money;
import org.tulpar.web.conversation.Reader;

/**
 * What may be ordered of a product on one day.
 *
 * @param departure the group, or null when the product needs none
 * @param prices what each unit costs then, with the name of its field
 */
public record Offer(DepartureLine departure, List<Price> prices) {

  private static final int MOST = 20;

  /** A unit with its price; the field takes how many. */
  public record Price(String field, String unit, String amount) {}

  /** Of a tour one per departure that is to come, of anything else one; without a price none. */
  static List<Offer> of(ProductCard card, LocalDate today, Reader reader) {
    var days =
        card.type() == ProductType.TOUR
            ? card.departures().stream().filter(one -> !one.starts().isBefore(today))
            : Stream.<Departure>empty();
    var groups =
        days.limit(MOST)
            .map(
                one ->
                    new Offer(DepartureLine.of(one, today, reader), at(card, one, today, reader)));
    var alone = Stream.of(new Offer(null, at(card, null, today, reader)));
    return (card.type() == ProductType.TOUR ? groups : alone)
        .filter(offer -> !offer.prices().isEmpty())
        .toList();
  }

  private static List<Price> at(
      ProductCard card, Departure departure, LocalDate today, Reader reader) {
    var day = departure == null ? today : departure.starts();
    return Arrays.stream(PriceUnit.values())
        .map(unit -> fact(card, unit, day))
        .filter(Objects::nonNull)
        .map(
            fact ->
                new Price(
                    Wanted.field(departure == null ? null : departure.id(), fact.unit()),
                    reader.word("unit." + fact.unit()),
                    Money.of(fact.amount(), fact.currency(), reader)))
        .toList();
  }

  private static PriceFact fact(ProductCard card, PriceUnit unit, LocalDate day) {
    return card.prices().stream()
        .filter(one -> one.unit() == unit && one.holds(day))
        .findFirst()
        .orElse(null);
  }
}
