package org.tulpar.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, as the catalog takes it. */
class CatalogInputTest {

  @ParameterizedTest
  @CsvSource({"12 000,12000.00", "'12 000,5',12000.50", "0,0.00", "99.99,99.99"})
  void an_amount_may_be_written_as_people_write_it(String typed, String amount) {
    assertThat(CatalogInput.amount(typed)).isEqualTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.999", "1e3x", "free", "1234567890123"})
  void what_is_no_amount_is_refused(String typed) {
    assertThatThrownBy(() -> CatalogInput.amount(typed)).hasMessage("amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-01", "01.07.2026", "1.7.2026", "1/7/2026"})
  void a_day_may_be_written_in_three_forms(String typed) {
    assertThat(CatalogInput.day(typed)).isEqualTo(LocalDate.of(2026, 7, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.02.2026", "1.7.26", "soon", "01.07.1026"})
  void what_is_no_day_is_refused(String typed) {
    assertThatThrownBy(() -> CatalogInput.day(typed)).hasMessage("day");
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "-1", "ten"})
  void a_share_is_between_nothing_and_everything(String typed) {
    assertThat(CatalogInput.percent("12,5 %")).isEqualTo("12.50");
    assertThatThrownBy(() -> CatalogInput.percent(typed)).hasMessage("percent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10001", "1.5"})
  void a_count_is_whole(String typed) {
    assertThatThrownBy(() -> CatalogInput.count(typed)).hasMessage("count");
  }

  @Test
  void blank_is_nothing() {
    assertThat(CatalogInput.day(" ")).isNull();
    assertThat(CatalogInput.amount("")).isNull();
    assertThat(CatalogInput.currency(" kgs ")).isEqualTo("KGS");
  }
}
