package org.tulpar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallingZonesTest {

  @ParameterizedTest
  @CsvSource({
    "996555120011, Asia/Bishkek",
    "77015551234, Asia/Almaty",
    "4915112345678, Europe/Berlin",
    "966512345678, Asia/Riyadh",
    "447700900123, Europe/London",
  })
  void aCountryOfOneClockIsKnownByItsNumbers(String phone, String zone) {
    assertThat(CallingZones.of(phone)).hasValue(ZoneId.of(zone));
  }

  /** Russia, the United States, Spain with the Canaries, and what is no number. */
  @ParameterizedTest
  @ValueSource(strings = {"79161234567", "12025550123", "34612345678", "9", ""})
  void aCountryOfManyClocksSaysNothing(String phone) {
    assertThat(CallingZones.of(phone)).isEmpty();
  }

  @Test
  void nobodyWithoutANumberHasAnHour() {
    assertThat(CallingZones.of(null)).isEmpty();
  }
}
