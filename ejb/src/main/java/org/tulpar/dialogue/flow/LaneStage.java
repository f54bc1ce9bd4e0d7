package org.tulpar.dialogue.flow;

import java.util.LinkedHashSet;
import java.util.function.IntConsumer;

/**
 * A stage of the pipeline on this node: who comes works off all lanes that were woken, then goes on
 * with the stages that this has woken. Nobody is called while there is a worker who comes to it
 * anyway; while more waits in a stage, what it has woken is somebody else's. Under a load that
 * never ends a worker leaves after some batches and has the next one called.
 */
public final class LaneStage {

  private static final int MOST_BATCHES = 32;

  /** The stages that the work of this thread has woken; absent where nobody works. */
  private static final ThreadLocal<LinkedHashSet<LaneStage>> WOKEN = new ThreadLocal<>();

  /** Works off what waits in the lanes. */
  public interface Work {
    void drain(int... lanes) throws Exception;
  }

  private final WokenLanes lanes;
  private final Work work;
  private final IntConsumer call;
  private final Pace pace;

  /**
   * @param workers how many there may be at once
   * @param pace of their batches
   * @param call makes a worker come, here or on another node, to the lane; must not throw
   */
  public LaneStage(int workers, Pace pace, Work work, IntConsumer call) {
    this.pace = pace;
    this.lanes = new WokenLanes(workers);
    this.work = work;
    this.call = call;
  }

  /** Somebody works the lane off later than now. */
  public void wake(int lane) {
    var missing = lanes.wake(lane);
    var woken = WOKEN.get();
    if (woken != null) {
      woken.add(this);
    } else if (missing) {
      call.accept(lane);
    }
  }

  /** A lane that another node woke. */
  public void wokenElsewhere(int lane) {
    lanes.wake(lane);
  }

  /** Works off what waits here, and then what that woke; nothing where enough workers are. */
  public void come() throws Exception {
    var woken = new LinkedHashSet<LaneStage>();
    WOKEN.set(woken);
    try {
      workOff(woken);
      while (!woken.isEmpty()) {
        woken.removeFirst().workOff(woken);
      }
    } finally {
      WOKEN.remove();
      woken.forEach(LaneStage::callForAll);
    }
  }

  private void workOff(LinkedHashSet<LaneStage> woken) throws Exception {
    if (!lanes.begin()) {
      return;
    }
    pace.await();
    var taken = lanes.next();
    for (var batch = 1; taken.length > 0; batch++) {
      drain(taken);
      woken.remove(this);
      var more = lanes.waits();
      if (more) {
        woken.forEach(LaneStage::callForAll);
        woken.clear();
      }
      if (batch == MOST_BATCHES) {
        lanes.leave(taken);
        callForAll();
        return;
      }
      if (more) {
        pace.await();
      }
      taken = lanes.next(taken);
    }
  }

  private void drain(int... taken) throws Exception {
    var done = false;
    try {
      pace.measured(() -> work.drain(taken));
      done = true;
    } finally {
      if (!done) {
        lanes.failed(taken);
      }
    }
  }

  private void callForAll() {
    for (var lane : lanes.unattended()) {
      call.accept(lane);
    }
  }
}
