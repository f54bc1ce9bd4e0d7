package org.tulpar.agent;

/** The model did not answer in time, refused, or answered nothing. */
public final class LanguageModelUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  public LanguageModelUnavailable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
