package org.tulpar.server;

/** Says in one sentence what is wrong and what to do about it; shown without a stack trace. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refusal(String sentence) {
    super(sentence);
  }

  Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
