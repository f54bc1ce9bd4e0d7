package org.tulpar.conversation.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairQueueTest {

  private final FairQueue<String, Integer> queue = new FairQueue<>(4, 3, 2);

  @Test
  void aBurstLeavesRoomForOthers() {
    assertThat(queue.offer("a", 1)).isTrue();
    assertThat(queue.offer("a", 2)).isTrue();
    assertThat(queue.offer("a", 3)).isTrue();
    assertThat(queue.offer("a", 4)).isFalse();
    assertThat(queue.offer("b", 5)).isTrue();
    assertThat(queue.offer("c", 6)).isFalse();
  }

  @Test
  void theLanesTakeTurnsAndNoneTakesAllHands() {
    queue.offer("a", 1);
    queue.offer("a", 2);
    queue.offer("a", 3);
    queue.offer("b", 4);
    assertThat(queue.take()).isEqualTo(1);
    assertThat(queue.take()).isEqualTo(4);
    assertThat(queue.take()).isEqualTo(2);
    assertThat(queue.hasWork()).isFalse();
    assertThat(queue.take()).isNull();
    queue.done("b");
    assertThat(queue.take()).isNull();
    queue.done("a");
    assertThat(queue.hasWork()).isTrue();
    assertThat(queue.take()).isEqualTo(3);
    queue.done("a");
    queue.done("a");
    assertThat(queue.hasWork()).isFalse();
    assertThat(queue.offer("a", 5)).isTrue();
    assertThat(queue.take()).isEqualTo(5);
  }
}
