package org.tulpar.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tulpar.catalog.product.Departure;
import org.tulpar.catalog.product.PriceFact;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.ProductRow;
import org.tulpar.catalog.product.ProductType;
import org.tulpar.web.conversation.Reader;

class QuoteTest {

  private static final Reader READER =
      new Reader(1, Locale.ENGLISH, ZoneOffset.UTC, Instant.parse("2026-11-21T09:00:00Z"));
  private static final LocalDate DAY = LocalDate.of(2027, 7, 12);
  private static final Departure NEXT = new Departure(1, 1, DAY, DAY.plusDays(2), 8, 3, 0);

  @Test
  void nameDayAndPricesAreToldInOneLine() {
    var quote = quote(NEXT, fact(PriceUnit.ADULT, "12500"), fact(PriceUnit.CHILD, "8000.50"));
    assertThat(quote.text())
        .isEqualTo(
            "Song-Kul, Jul 12, 2027 – Jul 14, 2027: adult 12,500\u00a0KGS, child 8,000.5\u00a0KGS");
    assertThat(quote.about()).contains("Jul 12, 2027").endsWith("5 of 8 free");
  }

  @Test
  void whatIsSoldByThePieceNeedsNoUnit() {
    assertThat(quote(null, fact(PriceUnit.PIECE, "150")).text())
        .isEqualTo("Song-Kul: 150\u00a0KGS");
  }

  @Test
  void whereNoFactNamesAPriceNoneIsTold() {
    var quote = quote(NEXT);
    assertThat(quote.text()).isEqualTo("Song-Kul, Jul 12, 2027 – Jul 14, 2027");
    assertThat(quote.about()).contains("no price for that day");
  }

  private static Quote quote(Departure next, PriceFact... facts) {
    return Quote.of(
        new ProductRow(
            1, ProductType.TOUR, null, "Song-Kul", "song-kul", null, true, next, List.of(facts)),
        READER);
  }

  private static PriceFact fact(PriceUnit unit, String amount) {
    return new PriceFact(1, 1, unit, null, new BigDecimal(amount), "KGS", DAY, null);
  }
}
