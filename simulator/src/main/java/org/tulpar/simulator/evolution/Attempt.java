package org.tulpar.simulator.evolution;

/**
 * How one post of a webhook ended.
 *
 * @param status the HTTP status, 0 when none came
 * @param millis how long it took
 * @param error why no status came, else null
 */
public record Attempt(int status, long millis, String error) {

  public boolean accepted() {
    return status >= 200 && status < 300;
  }

  /** An event nobody subscribed. */
  static Attempt notSubscribed() {
    return new Attempt(0, 0, "no webhook of this instance takes the event");
  }
}
