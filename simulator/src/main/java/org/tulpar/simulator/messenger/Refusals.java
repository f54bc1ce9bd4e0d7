package org.tulpar.simulator.messenger;

import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Surface;

/** How one provider says no. */
interface Refusals extends Surface {

  /** The token or the account is wrong. */
  HttpProblem unauthorized();

  /** Too many requests; one second is to be waited. */
  HttpProblem tooFast(Exchange exchange);

  /** Its own fault. */
  HttpProblem failed();

  /** The recipient cannot be reached. */
  HttpProblem unreachable();
}
