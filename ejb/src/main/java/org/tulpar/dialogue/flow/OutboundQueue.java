package org.tulpar.dialogue.flow;

/** Wakes the worker of a lane of the outbox; a lost wake-up is made good by the {@code Sweeper}. */
public interface OutboundQueue {

  /** Never throws and never blocks for long: the work is already stored. */
  void wake(int lane);
}
