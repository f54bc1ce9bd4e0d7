package org.tulpar.bench.large;

/**
 * How a page feels to somebody who types: from a key to its letter on the screen, and from a
 * webhook to its bubble in the open conversation. In ms.
 *
 * @param beside what else went on
 * @param whole whether her text lay there as it was typed
 */
record Typed(
    String beside,
    boolean whole,
    int keys,
    double keyP50,
    double keyP95,
    double keyWorst,
    int bubbles,
    double bubbleP50,
    double bubbleWorst) {

  /** Who waits longer for a letter believes that it is lost, and types it again. */
  static final int LONGEST = 1000;

  /** In ms; who waits longer for a message asks herself whether she sees all there is. */
  static final int LATEST_BUBBLE = 1000;

  /** Of times in order. */
  static Typed of(String beside, Desk.Keys keys, double[] bubbles) {
    return new Typed(
        beside,
        keys.whole(),
        keys.millis().length,
        Timed.rank(keys.millis(), 0.50),
        Timed.rank(keys.millis(), 0.95),
        Timed.rank(keys.millis(), 1),
        bubbles.length,
        Timed.rank(bubbles, 0.50),
        Timed.rank(bubbles, 1));
  }

  /** Whether nothing that went on took a letter, or held one or a message back for long. */
  boolean undisturbed() {
    return whole && keyWorst <= LONGEST && bubbleWorst <= LATEST_BUBBLE;
  }
}
