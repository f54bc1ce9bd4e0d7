package org.tulpar.conversation.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProvenanceJsonTest {

  private static final Duration TOOK = Duration.ofMillis(1_940);

  static Stream<Provenance> all() {
    return Stream.of(
        new Provenance.Rule("KEYWORD", "«цена» \"и\" скидка"),
        new Provenance.Rule("ECHO", null),
        new Provenance.Agent("Консультант", 12, "small", 24, true, 812, 40, TOOK),
        new Provenance.Agent("Консультант", 1, "small", 1, false, null, null, TOOK));
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_was_written_is_read(Provenance provenance) {
    assertThat(ProvenanceJson.read(ProvenanceJson.write(provenance))).isEqualTo(provenance);
  }

  @Test
  void none_stays_none() {
    assertThat(ProvenanceJson.write(null)).isNull();
    assertThat(ProvenanceJson.read(null)).isNull();
  }
}
