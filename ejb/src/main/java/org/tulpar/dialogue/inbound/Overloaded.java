package org.tulpar.dialogue.inbound;

/** The event was not stored, by our fault: the gateway is asked to come again. */
public final class Overloaded extends Exception {

  private static final long serialVersionUID = 1L;
  private static final long SOON_SECONDS = 5;

  private final long retryAfterSeconds;

  public Overloaded(String reason, Throwable cause) {
    super(reason, cause);
    this.retryAfterSeconds = SOON_SECONDS;
  }

  private Overloaded(String reason, long retryAfterSeconds) {
    super(reason, null, false, false); // thrown thousands of times a second just when time is short
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Too much waits: nothing is broken. */
  static Overloaded full(String reason, long retryAfterSeconds) {
    return new Overloaded(reason, retryAfterSeconds);
  }

  /** When to come again. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** Something did not work, as opposed to being too much. */
  public boolean isTrouble() {
    return getCause() != null;
  }
}
