package org.tulpar.conversation.push;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/**
 * What waits for a free hand, in a lane for each owner: nobody's burst takes all room or all hands,
 * and the lanes take turns.
 */
final class FairQueue<K, T> {

  private final int room;
  private final int roomOfOne;
  private final int handsOfOne;

  /** The next turn is the first's. */
  private final Map<K, Lane<T>> lanes = new LinkedHashMap<>();

  private int waiting;

  private static final class Lane<T> {
    private final Queue<T> waiting = new ArrayDeque<>();
    private int hands;
  }

  FairQueue(int room, int roomOfOne, int handsOfOne) {
    this.room = room;
    this.roomOfOne = roomOfOne;
    this.handsOfOne = handsOfOne;
  }

  /** Returns whether there was room for it. */
  synchronized boolean offer(K owner, T work) {
    var lane = lanes.computeIfAbsent(owner, key -> new Lane<>());
    if (waiting >= room || lane.waiting.size() >= roomOfOne) {
      drop(owner, lane);
      return false;
    }
    waiting++;
    return lane.waiting.add(work);
  }

  /** Whether {@link #take} would find something now. */
  synchronized boolean hasWork() {
    return waiting > 0 && lanes.values().stream().anyMatch(this::mayBeTaken);
  }

  /** Null when nothing waits that may be taken; whatever is taken is {@link #done} at its end. */
  synchronized T take() {
    for (var one : lanes.entrySet()) {
      var lane = one.getValue();
      if (mayBeTaken(lane)) {
        lanes.remove(one.getKey());
        lanes.put(one.getKey(), lane);
        lane.hands++;
        waiting--;
        return lane.waiting.remove();
      }
    }
    return null;
  }

  synchronized void done(K owner) {
    var lane = lanes.get(owner);
    lane.hands--;
    drop(owner, lane);
  }

  private boolean mayBeTaken(Lane<T> lane) {
    return !lane.waiting.isEmpty() && lane.hands < handsOfOne;
  }

  private void drop(K owner, Lane<T> lane) {
    if (lane.waiting.isEmpty() && lane.hands == 0) {
      lanes.remove(owner);
    }
  }
}
