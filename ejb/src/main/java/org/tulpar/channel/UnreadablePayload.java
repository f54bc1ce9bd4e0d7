package org.tulpar.channel;

/** The body is not what this provider sends: not JSON, not UTF-8, too deep, or without its id. */
public final class UnreadablePayload extends Exception {

  private static final long serialVersionUID = 1L;

  public UnreadablePayload(String reason) {
    super(reason);
  }

  public UnreadablePayload(String reason, Throwable cause) {
    super(reason, cause);
  }
}
