package org.tulpar.translation;

import java.time.Duration;
import java.util.List;

/** One translation engine. Blocking; called on virtual threads, outside any transaction. */
public interface Translator {

  Engine engine();

  /** Expected troubles are results, not exceptions. One attempt. */
  Translated translate(EngineAccess access, Wanted wanted);

  /**
   * What is to be translated.
   *
   * @param source language (ISO 639-1), or null: the engine finds out
   * @param target language (ISO 639-1)
   * @param terms how names have to be called; engines that cannot be told are not
   * @param context what was said before, not to be translated; or null
   */
  record Wanted(
      String text, String source, String target, List<AgreedTerm> terms, String context) {}

  /** A name of the source and what it is called in the target. */
  record AgreedTerm(String from, String to) {}

  /** What became of one attempt. */
  sealed interface Translated {

    /**
     * @param source the language of the text as the engine found it (ISO 639-1), or null when it
     *     does not tell
     */
    record Done(String text, String source) implements Translated {}

    /** There is none. */
    sealed interface Failure extends Translated {

      /** Key of the sentence for a person, after {@code translation.failure.}. */
      String code();
    }

    /** The engine does not know the key. */
    record Denied() implements Failure {
      @Override
      public String code() {
        return "denied";
      }
    }

    /** The engine's own quota of the organization is used up. */
    record QuotaSpent() implements Failure {
      @Override
      public String code() {
        return "quota";
      }
    }

    /**
     * Too many calls.
     *
     * @param pause as the engine asks, or null
     */
    record Busy(Duration pause) implements Failure {
      @Override
      public String code() {
        return "busy";
      }
    }

    /** The engine does not translate this, now or later. */
    record Refused(String code) implements Failure {}

    /** No answer, or none that is understood; another attempt may get one. */
    record Unavailable(String code) implements Failure {}
  }
}
