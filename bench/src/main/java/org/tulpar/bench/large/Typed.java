package org.tulpar.bench.large;

/**
 * How a page feels to somebody who types: from a key to its letter on the screen, and from a
 * webhook to its bubble in the open conversation. In ms.
 *
 * @param beside what else went on
 */
record Typed(
    String beside,
    int keys,
    double keyP50,
    double keyP95,
    double keyWorst,
    int bubbles,
    double bubbleP50,
    double bubbleWorst) {

  /** Of times in order. */
  static Typed of(String beside, double[] keys, double[] bubbles) {
    return new Typed(
        beside,
        keys.length,
        Timed.rank(keys, 0.50),
        Timed.rank(keys, 0.95),
        Timed.rank(keys, 1),
        bubbles.length,
        Timed.rank(bubbles, 0.50),
        Timed.rank(bubbles, 1));
  }
}
