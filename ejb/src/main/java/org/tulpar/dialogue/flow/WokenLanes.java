package org.tulpar.dialogue.flow;

import java.util.stream.IntStream;
import org.tulpar.channel.Lane;

/**
 * The lanes of a stage that were woken on this node. A lane has one worker at a time, and a worker
 * takes whatever lanes wait: what comes while it works is its next batch, and a lone event waits
 * for nothing. A lane that was woken is taken later than it was woken, always.
 */
public final class WokenLanes {

  private final int most;
  private final int share;
  private int waiting;
  private int held;
  private int workers;

  /**
   * @param most how many workers there may be at once
   */
  public WokenLanes(int most) {
    this.most = most;
    this.share = (Lane.COUNT + most - 1) / most;
  }

  /**
   * Wakes a lane.
   *
   * @return whether a worker must be called; those that are there come to it otherwise
   */
  public synchronized boolean wake(int lane) {
    waiting |= 1 << lane;
    return workers < most;
  }

  /** The caller is a worker now, unless there are enough, who come to what waits. */
  public synchronized boolean begin() {
    if (workers == most || (waiting & ~held) == 0) {
      return false;
    }
    workers++;
    return true;
  }

  /**
   * What a worker is to do next.
   *
   * @param done what it was given before
   * @return nothing when nothing waits: then it is a worker no more
   */
  public synchronized int[] next(int... done) {
    held &= ~bits(done);
    var taken = lanes(waiting & ~held).limit(share).toArray();
    waiting &= ~bits(taken);
    held |= bits(taken);
    workers -= taken.length == 0 ? 1 : 0;
    return taken;
  }

  /** A worker has done what it was given, and is a worker no more. */
  public synchronized void leave(int... done) {
    held &= ~bits(done);
    workers--;
  }

  /** A worker failed: what it was given waits again, and it is a worker no more. */
  public synchronized void failed(int... undone) {
    held &= ~bits(undone);
    waiting |= bits(undone);
    workers--;
  }

  /** Whether lanes wait that nobody has. */
  public synchronized boolean waits() {
    return (waiting & ~held) != 0;
  }

  /** The lanes that wait and to which nobody who is there comes by himself. */
  public synchronized int[] unattended() {
    return workers < most ? lanes(waiting & ~held).toArray() : new int[0];
  }

  private static IntStream lanes(int bits) {
    return IntStream.range(0, Lane.COUNT).filter(lane -> (bits & 1 << lane) != 0);
  }

  private static int bits(int... lanes) {
    return IntStream.of(lanes).map(lane -> 1 << lane).reduce(0, (a, b) -> a | b);
  }
}
