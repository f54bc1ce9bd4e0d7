package org.tulpar.web.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PriceTest {

  private static final BigDecimal AMOUNT = new BigDecimal("72000.50");
  private static final Locale RU = Locale.of("ru");

  @Test
  void whatIsReadIsWrittenAsTheLanguageDoes() {
    assertThat(Price.of(AMOUNT, "KGS", Locale.ENGLISH)).isEqualTo("72,000.50\u00A0KGS");
    assertThat(Price.of(AMOUNT, "KGS", RU)).isEqualTo("72\u00A0000,50\u00A0KGS");
  }

  /** The field is sent back as it stands: there a comma begins the decimals, in every language. */
  @Test
  void whatIsTypedHasNoCommaBetweenThousands() {
    assertThat(Price.typed(AMOUNT, Locale.ENGLISH)).isEqualTo("72\u00A0000.50");
    assertThat(Price.typed(new BigDecimal("72000.00"), Locale.ENGLISH)).isEqualTo("72\u00A0000");
    assertThat(Price.typed(AMOUNT, RU)).isEqualTo("72\u00A0000,50");
  }
}
