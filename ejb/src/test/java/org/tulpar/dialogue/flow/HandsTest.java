package org.tulpar.dialogue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class HandsTest {

  private final Queue<Runnable> threads = new ArrayDeque<>();

  @Test
  void a_hand_is_free_again_when_its_work_is_done() {
    var hands = new Hands(2, threads::add);
    hands.take("it", () -> {});
    assertThat(hands.free()).isEqualTo(1);
    threads.remove().run();
    assertThat(hands.free()).isEqualTo(2);
  }

  @Test
  void a_hand_is_free_again_when_its_work_breaks_off() {
    var hands = new Hands(1, threads::add);
    hands.take(
        "it",
        () -> {
          throw new IllegalStateException("broken");
        });
    threads.remove().run();
    assertThat(hands.free()).isEqualTo(1);
  }

  @Test
  void a_hand_that_gets_no_thread_is_free_again() {
    var hands =
        new Hands(
            1,
            work -> {
              throw new RejectedExecutionException("full");
            });
    hands.take("it", () -> {});
    assertThat(hands.free()).isEqualTo(1);
  }
}
