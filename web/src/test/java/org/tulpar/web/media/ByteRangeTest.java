package org.tulpar.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-, 0, 99",
    "bytes=10-19, 10, 19",
    "bytes=90-1000, 90, 99",
    "bytes=-5, 95, 99",
    "bytes=-500, 0, 99"
  })
  void a_part_is_cut_to_the_file(String header, long from, long to) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(from, to, true, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=20-10", "bytes=-0"})
  void a_part_that_is_not_there_cannot_be_given(String header) {
    assertThat(ByteRange.of(header, 100).unsatisfiable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=99999999999999999999-"})
  void what_is_not_one_range_is_the_whole_file(String header) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(0, 99, false, false));
  }

  @Test
  void without_a_header_the_whole_file_is_given() {
    assertThat(ByteRange.of(null, 100).length()).isEqualTo(100);
  }
}
