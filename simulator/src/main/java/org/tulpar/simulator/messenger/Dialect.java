package org.tulpar.simulator.messenger;

import java.util.Optional;
import org.tulpar.simulator.history.Tick;

/** How one provider tells what happened. */
interface Dialect {

  /** As the application calls it. */
  String type();

  /** A message that was written on a phone, or by an operator. */
  Hook written(Account account, Written written);

  /**
   * What a customer did to a message.
   *
   * @throws org.tulpar.simulator.http.HttpProblem where the provider tells nothing of it
   */
  Hook changed(Account account, Change change);

  /** How far a message of the application came; empty where the provider tells nothing. */
  Optional<Hook> receipt(Account account, Sending sending, Tick tick);
}
