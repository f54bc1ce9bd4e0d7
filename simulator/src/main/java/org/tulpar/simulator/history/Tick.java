package org.tulpar.simulator.history;

/** How far a message came; it never goes back. */
public enum Tick {
  CLOCK,
  SENT,
  DELIVERED,
  READ
}
