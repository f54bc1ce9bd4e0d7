package org.tulpar.conversation.push;

import java.util.Optional;

/** The services of the browsers' makers that wake a browser. */
public interface PushGateway {

  /** By which browsers know our notices; empty where the installation sends none. */
  Optional<String> publicKey();

  /** Whether a notice could ever be sent to this address with these keys. */
  boolean takes(PushAddress address);

  /** Makes one attempt, encrypted for this browser alone; never inside a transaction. */
  PushResult send(PushAddress address, PushWords words);
}
