package org.tulpar.agent.fact;

/** The model has answered, and not in the form that it was told. */
public final class AnswerUnreadable extends Exception {

  private static final long serialVersionUID = 1L;

  AnswerUnreadable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
