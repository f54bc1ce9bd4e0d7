package org.tulpar.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person may choose as a time zone. */
class ZonesTest {

  private static final Instant WINTER = Instant.parse("2026-01-15T00:00:00Z");

  @Test
  void theyStandFromWestToEastAndSayHowFar() {
    var labels = Zones.all(WINTER).stream().map(Zones.Zone::label).toList();
    assertThat(labels)
        .contains("UTC+06:00 · Asia/Bishkek", "UTC+00:00 · UTC", "UTC-05:00 · America/New York");
    assertThat(labels.indexOf("UTC-05:00 · America/New York"))
        .isLessThan(labels.indexOf("UTC+06:00 · Asia/Bishkek"));
  }

  @Test
  void onlyPlacesAreZones() {
    assertThat(Zones.of("Asia/Bishkek")).contains(ZoneId.of("Asia/Bishkek"));
    for (var wrong : List.of("GMT+6", "Etc/GMT+6", "Asia/Nowhere", "", "../etc/passwd")) {
      assertThat(Zones.of(wrong)).as(wrong).isEmpty();
    }
    assertThat(Zones.of(null)).isEmpty();
  }
}
