package org.tulpar.operations;

/** How a run stands; it leaves {@code RUNNING} once and never changes again. */
public enum Outcome {
  RUNNING,
  GREEN,
  RED
}
