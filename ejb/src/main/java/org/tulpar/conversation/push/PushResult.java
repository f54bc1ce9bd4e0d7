package org.tulpar.conversation.push;

import java.time.Duration;

/** What became of one attempt. */
public sealed interface PushResult {

  /** The push service has it, and shows it or lets it expire. */
  record Taken() implements PushResult {}

  /** There is no such browser any more. */
  record Gone() implements PushResult {}

  /**
   * Not now.
   *
   * @param pause what the service asks for, or null
   */
  record Later(String code, Duration pause) implements PushResult {}

  /** This notice never. */
  record Rejected(String code) implements PushResult {}
}
