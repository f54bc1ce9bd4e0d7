package org.tulpar.dialogue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.Lane;

class WokenLanesTest {

  @Test
  void whoever_comes_takes_all_lanes_that_wait() {
    var lanes = new WokenLanes(1);
    assertThat(lanes.wake(3)).as("somebody must be called").isTrue();
    lanes.wake(5);
    assertThat(lanes.begin()).isTrue();
    assertThat(lanes.next()).containsExactly(3, 5);
    assertThat(lanes.next(3, 5)).as("nothing more").isEmpty();
    assertThat(lanes.begin()).as("who comes late has nothing to do").isFalse();
  }

  @Test
  void what_comes_while_a_worker_works_is_its_next_batch() {
    var lanes = new WokenLanes(1);
    lanes.wake(1);
    lanes.begin();
    lanes.next();
    assertThat(lanes.wake(1)).as("the worker comes to it").isFalse();
    assertThat(lanes.wake(2)).isFalse();
    assertThat(lanes.begin()).as("a second worker").isFalse();
    assertThat(lanes.unattended()).isEmpty();
    assertThat(lanes.waits()).isTrue();
    assertThat(lanes.next(1)).containsExactly(1, 2);
  }

  @Test
  void a_lane_has_one_worker_and_workers_share_the_lanes() {
    var lanes = new WokenLanes(2);
    for (int lane = 0; lane < Lane.COUNT; lane++) {
      lanes.wake(lane);
    }
    lanes.begin();
    var first = lanes.next();
    assertThat(first).containsExactly(0, 1, 2, 3);
    lanes.wake(0);
    assertThat(lanes.begin()).isTrue();
    assertThat(lanes.next()).containsExactly(4, 5, 6, 7);
    assertThat(lanes.next(4, 5, 6, 7)).as("lane 0 is the other's").isEmpty();
    assertThat(lanes.next(first)).containsExactly(0);
  }

  @Test
  void what_a_worker_failed_at_waits_again() {
    var lanes = new WokenLanes(1);
    lanes.wake(6);
    lanes.begin();
    lanes.failed(lanes.next());
    assertThat(lanes.unattended()).containsExactly(6);
    assertThat(lanes.begin()).isTrue();
    assertThat(lanes.next()).containsExactly(6);
  }

  @Test
  void no_wake_up_is_lost_and_no_lane_has_two_workers() throws Exception {
    var lanes = new WokenLanes(2);
    var wanted = new AtomicIntegerArray(Lane.COUNT);
    var seen = new AtomicIntegerArray(Lane.COUNT);
    var inside = new AtomicIntegerArray(Lane.COUNT);
    var hands = new ArrayList<Callable<Boolean>>();
    for (int hand = 0; hand < 6; hand++) {
      var seed = hand;
      hands.add(
          () -> {
            var alone = true;
            for (int i = 0; i < 20_000; i++) {
              var lane = (i * 7 + seed) % Lane.COUNT;
              wanted.incrementAndGet(lane);
              lanes.wake(lane);
              if (lanes.begin()) {
                for (var taken = lanes.next(); taken.length > 0; taken = lanes.next(taken)) {
                  for (var each : taken) {
                    alone &= inside.incrementAndGet(each) == 1;
                    seen.set(each, wanted.get(each));
                    inside.decrementAndGet(each);
                  }
                }
              }
            }
            return alone;
          });
    }
    try (var threads = Executors.newFixedThreadPool(hands.size())) {
      for (var done : threads.invokeAll(hands)) {
        assertThat(done.get()).as("a lane has one worker").isTrue();
      }
    }
    assertThat(lanes.waits()).isFalse();
    assertThat(seen.toString()).isEqualTo(wanted.toString());
  }
}
