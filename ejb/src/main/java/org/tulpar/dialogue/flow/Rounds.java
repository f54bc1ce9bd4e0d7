package org.tulpar.dialogue.flow;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes as many jobs as there are hands free, again and again, and gives each to a hand of its own:
 * one that waits on others holds up no other.
 *
 * @param <J> a job that was claimed; what nobody ends is claimed again by itself
 */
public final class Rounds<J> {

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  /** Where jobs are claimed. */
  @FunctionalInterface
  public interface Claim<J> {

    /**
     * @param most jobs that can be done now
     */
    List<J> take(int most) throws SQLException;
  }

  private final String what;
  private final Function<J, Object> id;
  private final Hands hands;
  private final Claim<J> claim;
  private final Consumer<J> work;

  /**
   * @param what one job is, and which, for the log
   */
  public Rounds(
      String what, Function<J, Object> id, Hands hands, Claim<J> claim, Consumer<J> work) {
    this.what = what;
    this.id = id;
    this.hands = hands;
    this.claim = claim;
    this.work = work;
  }

  /** A periodic task that throws is never run again; the next round is the retry. */
  public void next() {
    try {
      var free = hands.free();
      if (free > 0) {
        for (var job : claim.take(free)) {
          hands.take(what + " " + id.apply(job), () -> work.accept(job));
        }
      }
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "no " + what + " was looked up; the next round comes", e);
    }
  }
}
