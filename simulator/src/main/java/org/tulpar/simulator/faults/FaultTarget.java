package org.tulpar.simulator.faults;

import java.util.Locale;
import org.tulpar.simulator.http.PlainSurface;

/** Which side of the outside world fails. */
public enum FaultTarget {
  /** Chat completions. */
  LLM,
  /** Sends through the messaging gateway. */
  GATEWAY,
  /** The translation engine. */
  TRANSLATOR;

  static FaultTarget of(String word) {
    for (var target : values()) {
      if (target.word().equals(word)) {
        return target;
      }
    }
    throw PlainSurface.problem(400, "target is one of llm, gateway, translator");
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
