package org.tulpar.operations;

/** The message broker gave no answer; the reason is its client's sentence. */
public class BrokerUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BrokerUnreachable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
