package org.tulpar.web.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tulpar.deal.Stage;
import org.tulpar.deal.StageKind;
import org.tulpar.deal.StageTotal;
import org.tulpar.web.conversation.Reader;

class BoardColumnTest {

  private static final Reader READER =
      new Reader(1, Locale.ENGLISH, ZoneOffset.UTC, Instant.parse("2026-11-21T09:00:00Z"));

  @Test
  void itsShareIsOfTheWholeBoardWhateverTheCurrency() {
    var totals = List.of(total(1, "KGS", 5), total(1, "USD", 1), total(2, null, 2));
    assertThat(column(1, totals).count()).isEqualTo(6);
    assertThat(column(1, totals).share()).isEqualTo(75);
    assertThat(column(2, totals).share()).isEqualTo(25);
    assertThat(column(3, totals).share()).isZero();
  }

  @Test
  void aShareIsRounded() {
    var totals = List.of(total(1, "KGS", 1), total(2, "KGS", 2));
    assertThat(column(1, totals).share()).isEqualTo(33);
    assertThat(column(2, totals).share()).isEqualTo(67);
  }

  @Test
  void ofAnEmptyBoardNothingIsAShare() {
    assertThat(column(1, List.of()).share()).isZero();
  }

  private static BoardColumn column(long id, List<StageTotal> totals) {
    var stage = new Stage(id, 1, "New", StageKind.OPEN, 10, null, 0);
    return BoardColumn.of(stage, new BoardColumn.Whole(totals, List.of(), List.of(), READER));
  }

  private static StageTotal total(long stage, String currency, long count) {
    return new StageTotal(stage, currency, count, currency == null ? null : BigDecimal.TEN);
  }
}
