package org.tulpar.dialogue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaneStageTest {

  private final List<String> done = new ArrayList<>();
  private final List<String> called = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private LaneStage second;
  private final LaneStage first =
      new LaneStage(
          1,
          Pace.none(),
          lanes -> {
            done.add("first " + Arrays.toString(lanes));
            for (var lane : lanes) {
              second.wake(lane);
            }
            meanwhile.run();
          },
          lane -> called.add("first " + lane));

  LaneStageTest() {
    second =
        new LaneStage(
            1,
            Pace.none(),
            lanes -> done.add("second " + Arrays.toString(lanes)),
            lane -> called.add("second " + lane));
  }

  @Test
  void a_lone_event_goes_through_all_stages_in_one_thread() throws Exception {
    first.wake(4);
    assertThat(called).containsExactly("first 4");
    first.come();
    assertThat(done).containsExactly("first [4]", "second [4]");
    assertThat(called).as("nobody else was called").hasSize(1);
  }

  @Test
  void who_comes_late_works_nothing() throws Exception {
    first.wake(4);
    first.wake(5);
    first.come();
    first.come();
    assertThat(done).containsExactly("first [4, 5]", "second [4, 5]");
  }

  @Test
  void while_more_waits_the_next_stage_is_somebody_elses() throws Exception {
    first.wake(1);
    meanwhile =
        () -> {
          meanwhile = () -> {};
          first.wokenElsewhere(2);
        };
    first.come();
    assertThat(called).containsExactly("first 1", "second 1");
    assertThat(done).containsExactly("first [1]", "first [2]", "second [1, 2]");
  }

  @Test
  void a_stage_that_wakes_itself_comes_to_it() throws Exception {
    first.wake(1);
    meanwhile =
        () -> {
          meanwhile = () -> {};
          first.wake(1);
        };
    first.come();
    assertThat(done).containsExactly("first [1]", "first [1]", "second [1]");
  }

  @Test
  void what_failed_waits_and_what_was_woken_is_called_for() throws Exception {
    first.wake(3);
    meanwhile =
        () -> {
          throw new IllegalStateException("broken");
        };
    assertThatThrownBy(first::come).hasMessage("broken");
    assertThat(called).containsExactly("first 3", "second 3");
    meanwhile = () -> {};
    first.come();
    assertThat(done).containsExactly("first [3]", "first [3]", "second [3]");
  }

  @Test
  void outside_of_the_work_a_worker_is_called_each_time() throws Exception {
    first.wake(3);
    first.come();
    first.wake(3);
    assertThat(called).containsExactly("first 3", "first 3");
  }

  @Test
  void who_finds_no_end_leaves_and_has_the_next_one_called() throws Exception {
    meanwhile = () -> first.wokenElsewhere(2);
    first.wokenElsewhere(2);
    first.come();
    assertThat(done.stream().filter("first [2]"::equals)).hasSize(32);
    assertThat(called).as("the next one").contains("first 2");
    done.clear();
    meanwhile = () -> {};
    first.come();
    assertThat(done).as("what was left").containsExactly("first [2]", "second [2]");
  }

  @Test
  void batches_keep_their_pace_and_nobody_waits_for_one_that_does_not_come() throws Exception {
    var now = new AtomicLong();
    var paced =
        new LaneStage(
            1,
            new Pace(
                20,
                now::get,
                nanos -> {
                  done.add("waits " + nanos);
                  now.addAndGet(nanos);
                }),
            lanes -> {
              done.add("works " + Arrays.toString(lanes));
              second.wake(7);
              meanwhile.run();
            },
            lane -> called.add("paced " + lane));
    now.set(1_000);
    paced.wake(1);
    meanwhile =
        () -> {
          meanwhile = () -> {};
          paced.wokenElsewhere(2);
        };
    paced.come();
    assertThat(done).containsExactly("works [1]", "waits 20", "works [2]", "second [7]");
  }
}
