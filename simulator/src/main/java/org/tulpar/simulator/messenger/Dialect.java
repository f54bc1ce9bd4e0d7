package org.tulpar.simulator.messenger;

import java.util.Optional;
import org.tulpar.simulator.history.Tick;

/** How one provider tells what happened. */
interface Dialect {

  /** As the application calls it. */
  String type();

  /** A message that was written on a phone, or by an operator. */
  Hook written(Account account, Written written);

  /** How far a message of the application came; empty where the provider tells nothing. */
  Optional<Hook> receipt(Account account, String number, String text, String id, Tick tick);
}
