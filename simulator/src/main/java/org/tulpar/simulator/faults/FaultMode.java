package org.tulpar.simulator.faults;

import java.util.Locale;
import org.tulpar.simulator.http.PlainSurface;

/** How a request goes wrong. */
public enum FaultMode {
  /** It works; useful in front of a fault that shall come later. */
  OK,
  /** Refused with 500, nothing recorded. */
  ERROR500,
  /** Refused with 429 and Retry-After, nothing recorded. */
  STATUS429,
  /** Nothing recorded, no answer until the faults are taken back; then the connection closes. */
  HANG,
  /** Accepted and recorded, then the connection closes without an answer. */
  DROP,
  /** Works after the delay. */
  SLOW;

  static FaultMode of(String word) {
    for (var mode : values()) {
      if (mode.word().equals(word)) {
        return mode;
      }
    }
    throw PlainSurface.problem(400, "mode is one of ok, error500, status429, hang, drop, slow");
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
