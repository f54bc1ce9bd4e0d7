package org.tulpar.server.machine;

/** Says in one sentence what is wrong and what to do about it; shown without a stack trace. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
