package org.tulpar.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");
  private final Figures figures = new Figures(Locale.ENGLISH, ZoneId.of("Asia/Bishkek"));

  @Test
  void times_are_those_of_the_reader() {
    assertThat(figures.time(TWO)).isEqualTo("21 Nov, 08:00");
    assertThat(figures.time(null)).isEqualTo("—");
  }

  @Test
  void sizes_have_the_unit_that_fits() {
    assertThat(figures.size(0)).isEqualTo(new Figures.Size("0", "size.0"));
    assertThat(figures.size(1023)).isEqualTo(new Figures.Size("1,023", "size.0"));
    assertThat(figures.size(1024)).isEqualTo(new Figures.Size("1.0", "size.1"));
    assertThat(figures.size(155_677)).isEqualTo(new Figures.Size("152.0", "size.1"));
    assertThat(figures.size(1_932_735_283L)).isEqualTo(new Figures.Size("1.8", "size.3"));
  }

  @Test
  void durations_are_seconds() {
    assertThat(figures.seconds(TWO, TWO.plusMillis(6_440))).isEqualTo("6.4");
    assertThat(figures.seconds(TWO, TWO.plusSeconds(187))).isEqualTo("187");
    assertThat(figures.seconds(TWO, null)).isEqualTo("—");
  }
}
