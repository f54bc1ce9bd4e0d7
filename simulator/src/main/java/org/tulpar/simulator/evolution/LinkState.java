package org.tulpar.simulator.evolution;

import java.util.Locale;

/** Whether an instance is connected to its phone. */
public enum LinkState {
  CLOSE,
  CONNECTING,
  OPEN;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
