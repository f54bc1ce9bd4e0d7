package org.tulpar.dialogue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private final List<List<Integer>> committed = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private GroupCommit<Integer> commits;

  @AfterEach
  void stop() {
    gate.countDown();
    commits.stop();
  }

  @Test
  void tells_the_caller_only_after_the_commit() throws Exception {
    commits = started(100, 10, items -> gate.await());
    var told = commits.offer(1);
    assertThat(told.isDone()).isFalse();
    gate.countDown();
    told.get(5, TimeUnit.SECONDS);
  }

  @Test
  void gathers_what_comes_while_a_commit_runs() throws Exception {
    var busy = new CountDownLatch(1);
    commits =
        started(
            100,
            10,
            items -> {
              busy.countDown();
              gate.await();
              committed.add(items);
            });
    var first = commits.offer(0);
    busy.await();
    var rest = new ArrayList<CompletableFuture<Void>>();
    for (var i = 1; i <= 5; i++) {
      rest.add(commits.offer(i));
    }
    gate.countDown();
    first.get(5, TimeUnit.SECONDS);
    CompletableFuture.allOf(rest.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
    assertThat(committed).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
  }

  @Test
  void refuses_beyond_its_bound() throws Exception {
    var busy = new CountDownLatch(1);
    commits =
        started(
            2,
            1,
            items -> {
              busy.countDown();
              gate.await();
            });
    commits.offer(0);
    busy.await();
    assertThat(commits.offer(1)).isNotNull();
    assertThat(commits.offer(2)).isNotNull();
    assertThat(commits.offer(3)).isNull();
  }

  @Test
  void fails_every_caller_of_a_commit_that_failed_and_goes_on() throws Exception {
    commits =
        started(
            100,
            10,
            items -> {
              if (items.contains(13)) {
                throw new IllegalStateException("no");
              }
            });
    var failed = commits.offer(13);
    assertThatThrownBy(() -> failed.get(5, TimeUnit.SECONDS)).hasRootCauseMessage("no");
    commits.offer(14).get(5, TimeUnit.SECONDS);
  }

  @Test
  void goes_on_after_an_error() throws Exception {
    commits =
        started(
            100,
            10,
            items -> {
              if (items.contains(13)) {
                throw new OutOfMemoryError("for a test");
              }
            });
    var failed = commits.offer(13);
    assertThatThrownBy(() -> failed.get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(OutOfMemoryError.class);
    commits.offer(14).get(5, TimeUnit.SECONDS);
  }

  @Test
  void goes_on_after_trouble_of_those_who_are_told() throws Exception {
    commits =
        started(
            100,
            10,
            items -> {},
            items -> {
              throw new IllegalStateException("nobody listens");
            });
    commits.offer(1).get(5, TimeUnit.SECONDS);
    commits.offer(2).get(5, TimeUnit.SECONDS);
  }

  private static GroupCommit<Integer> started(
      int bound, int most, GroupCommit.Flush<Integer> flush) {
    return started(bound, most, flush, items -> {});
  }

  private static GroupCommit<Integer> started(
      int bound, int most, GroupCommit.Flush<Integer> flush, Consumer<List<Integer>> afterCommit) {
    var commits = new GroupCommit<>(bound, most, flush, afterCommit);
    commits.start(Executors.defaultThreadFactory(), 1);
    return commits;
  }
}
