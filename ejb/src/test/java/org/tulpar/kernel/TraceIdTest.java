package org.tulpar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void aValidTraceIsContinued() {
    assertThat(TraceId.of("00-" + TRACE + "-00f067aa0ba902b7-01")).contains(new TraceId(TRACE));
  }

  @Test
  void aLaterVersionMayCarryMore() {
    assertThat(TraceId.of("01-" + TRACE + "-00f067aa0ba902b7-01-more"))
        .contains(new TraceId(TRACE));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "rubbish",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
      })
  void anythingElseBeginsATrace(String header) {
    assertThat(TraceId.of(header)).isEmpty();
  }

  @Test
  void aRandomOneIsValid() {
    assertThat(TraceId.of("00-" + TraceId.random().text() + "-00f067aa0ba902b7-01")).isPresent();
  }
}
