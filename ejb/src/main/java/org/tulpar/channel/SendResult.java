package org.tulpar.channel;

import java.time.Duration;

/** What became of one attempt to send. */
public sealed interface SendResult {

  /** The provider has it, under this id; null where the provider names none. */
  record Accepted(String externalId) implements SendResult {}

  /**
   * It certainly was not sent (refused connection, 429, 5xx before processing): try again.
   *
   * @param retryAfter the provider's wish, or null
   */
  record Deferred(String code, String detail, Duration retryAfter) implements SendResult {}

  /** The provider will never take it. */
  record Rejected(String code, String detail) implements SendResult {}

  /** The request left and no clear answer came: it may have been sent, so it is not sent again. */
  record Unknown(String code, String detail) implements SendResult {}
}
