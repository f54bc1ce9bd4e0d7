package org.tulpar.integrations.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.channel.ChannelEvent.MessageArrived;

/** What was written within one second is told in the order in which the gateway heard of it. */
class SameSecondTest {

  private static final Instant SECOND = Instant.parse("2026-11-20T18:25:43Z");

  /**
   * The gateway is on time, late, and its clock behind; in Bishkek, Almaty of old and Kathmandu.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T18:25:43.000Z",
        "2026-11-20T18:25:42.100Z",
        "2026-11-20T18:26:20.000Z",
        "2026-11-21T00:25:43.500Z",
        "2026-11-20T23:25:42.900Z",
        "2026-11-21T00:10:43.000Z",
        "2026-11-20T13:25:44.000Z"
      })
  void what_was_made_later_is_later_and_still_in_its_second(String first) {
    var times =
        LongStream.range(0, 10)
            .mapToObj(n -> Instant.parse(first).plusMillis(20 * n).toString())
            .map(madeAt -> SameSecond.refined(SECOND, madeAt))
            .toList();
    assertThat(times).isSorted().doesNotHaveDuplicates();
    assertThat(times).allMatch(time -> Duration.between(SECOND, time).toSeconds() == 0);
    assertThat(times).noneMatch(time -> time.isBefore(SECOND));
  }

  /** An answer is given after its question was told. */
  @Test
  void nobody_is_put_behind_what_was_said_after_her() {
    for (long millis = 0; millis < 5_000; millis += 7) {
      var told = SECOND.plusMillis(millis);
      assertThat(SameSecond.refined(SECOND, told.toString())).isBefore(told.plusMillis(6));
    }
  }

  @Test
  void a_repetition_has_the_same_time() throws Exception {
    assertThat(at("arrived", 111)).isEqualTo(at("arrived", 106));
    assertThat(at("arrived", 140)).isEqualTo(at("arrived", 136));
  }

  @Test
  void captured_pairs_of_a_second_keep_their_order() throws Exception {
    for (var pair : new int[][] {{37, 42}, {240, 242}, {268, 270}, {300, 302}}) {
      assertThat(at("arrived", pair[0])).isBefore(at("arrived", pair[1]));
    }
  }

  @Test
  void who_does_not_say_when_it_was_made_keeps_the_second() {
    Stream.of(null, "", "yesterday", "2026-11-20 18:25:43")
        .forEach(madeAt -> assertThat(SameSecond.refined(SECOND, madeAt)).isEqualTo(SECOND));
    var now = SECOND.plusMillis(7);
    assertThat(SameSecond.refined(now, "2026-11-20T18:25:43.500Z")).isEqualTo(now);
  }

  private static Instant at(String directory, int number) throws Exception {
    var told = Captured.payloads().read(Captured.numbered(directory, number)).getFirst();
    return ((MessageArrived) told).at();
  }
}
