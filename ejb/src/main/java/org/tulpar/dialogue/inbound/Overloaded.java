package org.tulpar.dialogue.inbound;

/** The event was not stored, by our fault: the gateway is asked to come again. */
public final class Overloaded extends Exception {

  private static final long serialVersionUID = 1L;

  public Overloaded(String reason, Throwable cause) {
    super(reason, cause);
  }
}
