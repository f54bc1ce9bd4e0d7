package org.tulpar.simulator.http;

/** The error shapes of one imitated interface. */
public interface Surface {

  /** The body was not JSON. */
  HttpProblem malformed(String detail);

  /** The body was larger than {@link Exchange#MAX_BODY}. */
  HttpProblem tooLarge();
}
