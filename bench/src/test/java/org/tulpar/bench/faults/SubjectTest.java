package org.tulpar.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectTest {

  @TempDir private Path state;

  /** The launcher leaves a build alone that it finds deployed. */
  @Test
  void a_deployment_under_load_is_one_and_not_a_mere_restart() throws Exception {
    var domain = Files.createDirectories(state.resolve("payara/6/domains/tulpar"));
    var deployed = Files.writeString(domain.resolve("deployed.sha256"), "build");
    var told = new ArrayList<String>();
    var subject =
        new Subject(
            state, 1, (settings, words) -> told.add(List.of(words) + " " + Files.exists(deployed)));
    subject.restart();
    subject.redeploy();
    assertThat(told).containsExactly("[restart] true", "[restart] false");
  }

  @Test
  void a_deployment_of_what_was_never_deployed_is_no_silent_restart() throws Exception {
    Files.createDirectories(state.resolve("payara"));
    var told = new ArrayList<String>();
    var subject = new Subject(state, 1, (settings, words) -> told.addAll(List.of(words)));
    assertThatThrownBy(subject::redeploy).isInstanceOf(IOException.class);
    assertThat(told).isEmpty();
  }

  @Test
  void how_soon_others_were_answered_is_told_by_the_middle_and_by_the_slowest_of_a_hundred() {
    var taken = new ArrayList<Duration>();
    for (int i = 200; i >= 1; i--) {
      taken.add(Duration.ofMillis(i));
    }
    assertThat(Beside.of(taken)).hasToString("100 / 198 of 200");
    assertThat(Beside.of(taken.subList(0, 1))).hasToString("200 / 200 of 1");
    assertThat(Beside.of(List.of())).hasToString("–");
  }

  @Test
  void what_stands_behind_a_later_one_is_out_of_order() {
    assertThat(Sent.turned(List.of(1L, 2L, 3L))).isZero();
    assertThat(Sent.turned(List.of(1L, 3L, 2L))).isEqualTo(1);
    assertThat(Sent.turned(List.of(4L, 1L, 2L, 3L))).isEqualTo(3);
  }
}
