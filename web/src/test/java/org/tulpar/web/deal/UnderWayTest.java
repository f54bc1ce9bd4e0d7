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

class UnderWayTest {

  private static final Reader READER =
      new Reader(1, Locale.ENGLISH, ZoneOffset.UTC, Instant.parse("2026-11-21T09:00:00Z"));
  private static final List<Stage> STAGES =
      List.of(
          stage(1, StageKind.OPEN, 10),
          stage(2, StageKind.OPEN, 60),
          stage(3, StageKind.WON, 100),
          stage(4, StageKind.LOST, 0));

  @Test
  void eachStageWeighsAsMuchAsItIsProbable() {
    assertThat(
            words(
                total(1, "KGS", 3, "30000"),
                total(2, "KGS", 1, "10000.50"),
                total(2, "USD", 2, "400"),
                total(2, null, 1, null),
                total(3, "KGS", 9, "900000"),
                total(4, "EUR", 1, "5")))
        .isEqualTo(
            "7 in work · 40,000.50\u00A0KGS · 400\u00A0USD · 9,000\u00A0KGS, 240\u00A0USD expected");
  }

  @Test
  void ofNothingNothingIsExpected() {
    assertThat(words(total(1, null, 2, null))).isEqualTo("2 in work");
  }

  private static String words(StageTotal... totals) {
    return UnderWay.words(STAGES, List.of(totals), READER);
  }

  private static StageTotal total(long stage, String currency, long count, String sum) {
    return new StageTotal(stage, currency, count, sum == null ? null : new BigDecimal(sum));
  }

  private static Stage stage(long id, StageKind kind, int probability) {
    return new Stage(id, 1, "", kind, probability, null, 0);
  }
}
