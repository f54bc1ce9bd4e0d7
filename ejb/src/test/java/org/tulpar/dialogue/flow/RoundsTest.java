package org.tulpar.dialogue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How jobs are taken, round by round. */
class RoundsTest {

  private final Queue<Runnable> begun = new ArrayDeque<>();
  private final List<Integer> asked = new ArrayList<>();
  private final List<Integer> done = new ArrayList<>();
  private boolean away;

  private final Rounds<Integer> rounds =
      new Rounds<>("job", job -> job, new Hands(2, begun::add), this::claim, done::add);

  @Test
  void asksForAsManyAsThereAreHandsFree() {
    rounds.next();
    rounds.next();
    assertThat(asked).as("nobody is free in the second round").containsExactly(2);
    begun.remove().run();
    assertThat(done).containsExactly(0);
    rounds.next();
    assertThat(asked).containsExactly(2, 1);
  }

  @Test
  void aRoundThatFailsIsFollowedByTheNext() {
    away = true;
    rounds.next();
    away = false;
    rounds.next();
    assertThat(asked).containsExactly(2);
  }

  private List<Integer> claim(int most) throws SQLException {
    if (away) {
      throw new SQLException("away, for a test");
    }
    asked.add(most);
    return IntStream.range(0, most).boxed().toList();
  }
}
