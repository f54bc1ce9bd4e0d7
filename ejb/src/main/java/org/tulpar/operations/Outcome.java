package org.tulpar.operations;

/** How a run stands; it leaves {@code RUNNING} once, and comes back only when it is resumed. */
public enum Outcome {
  RUNNING,
  GREEN,
  RED
}
