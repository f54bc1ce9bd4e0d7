package org.tulpar.client.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address asks of the organization's own fields, as it is read and written again. */
class FieldCriterionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7:Friends",
        "7:5_6_7",
        "7_2026-01-31_2026-12-31",
        "7_2026-01-31_",
        "7__2026-12-31",
        "7_2026-12-31_2026-01-31",
        "7_-5_100.5",
        "7_0_",
        "7__1500"
      })
  void whatIsWrittenIsReadAgain(String text) {
    assertThat(read(text)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "7_",
        "7__",
        "_1_2",
        "7_1_2_3",
        "x_1_2",
        "7_soon_late",
        "7_2026-02-30_",
        "7_+12026-01-01_",
        "7_1e9_",
        "7_\0_",
        "1234567890123456789_1_2"
      })
  void whatIsNotUnderstoodIsNone(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "7_2026-02-30_2026-03-01, 7__2026-03-01",
    "7_5_2026-03-01, 7__2026-03-01",
    "7_many_10, 7__10",
    "'7_1 500,50_', 7_1500.5_"
  })
  void anEndThatIsNotUnderstoodIsOpen(String text, String read) {
    assertThat(read(text)).containsExactly(read);
  }

  @Test
  void whatAFormAsksApartIsTheSame() {
    assertThat(typed("day", "7", "from", "2026-01-31", "to", "")).containsExactly("7_2026-01-31_");
    assertThat(typed("number", "8", "least", "", "most", "1 000,5")).containsExactly("8__1000.5");
    assertThat(typed("day", "7", "from", "", "to", "soon")).isEmpty();
    assertThat(typed("day", "x", "from", "2026-01-31", "to", "")).isEmpty();
    assertThat(typed("from", "2026-01-31", "to", "2026-02-01")).isEmpty();
  }

  private static List<String> typed(String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return texts(values, new String[0]);
  }

  private static List<String> read(String... texts) {
    return texts(Map.of(), texts);
  }

  private static List<String> texts(Map<String, String> parameters, String[] texts) {
    return FieldCriterion.all(parameters::get, texts).stream().map(Object::toString).toList();
  }
}
