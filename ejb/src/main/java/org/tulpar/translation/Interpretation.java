package org.tulpar.translation;

import java.time.Duration;
import java.util.List;
import org.tulpar.translation.fidelity.Finding;

/** What became of a text that was to be read in another language. */
public sealed interface Interpretation {

  /** Why there is none when the month's budget does not last for it. */
  String UNPAID = "budget";

  /**
   * @param source its language (ISO 639-1), or null when the engine did not tell
   * @param findings what the translation has lost or changed; empty when nothing
   */
  record Rendered(String text, String source, Engine engine, List<Finding> findings)
      implements Interpretation {}

  /** It is written in the language in which it is to be read. */
  record Native(String language) implements Interpretation {}

  /**
   * There is none.
   *
   * @param code key of the sentence for a person, after {@code translation.failure.}
   * @param again another attempt may succeed
   * @param pause how long the engine asks to be left alone, or null
   */
  record Missing(String code, boolean again, Duration pause) implements Interpretation {}
}
