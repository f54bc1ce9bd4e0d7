package org.tulpar.dialogue.outbound;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.tulpar.channel.SendResult;

/**
 * What one attempt to send came to.
 *
 * @param pause until the next try, for a deferred message
 */
public record Delivered(
    Outgoing message,
    Outcome outcome,
    String externalId,
    String code,
    String detail,
    Duration pause) {

  public enum Outcome {
    SENT,
    /** Sent, as the provider's history shows. */
    FOUND,
    UNKNOWN,
    RETRY,
    /** Not tried: it goes back and does not count as a try. */
    BACK,
    FAILED
  }

  static Delivered of(Outgoing message, SendResult result, RandomGenerator chance) {
    return switch (result) {
      case SendResult.Accepted a ->
          new Delivered(message, Outcome.SENT, a.externalId(), null, null, null);
      case SendResult.Unknown u ->
          new Delivered(message, Outcome.UNKNOWN, null, u.code(), u.detail(), null);
      case SendResult.Rejected r ->
          new Delivered(message, Outcome.FAILED, null, r.code(), r.detail(), null);
      case SendResult.Deferred d -> again(message, d.code(), d.detail(), d.retryAfter(), chance);
    };
  }

  /** It did not reach the provider: a try among those that a message has. */
  static Delivered lost(Outgoing message, String detail, RandomGenerator chance) {
    return again(message, null, detail, null, chance);
  }

  private static Delivered again(
      Outgoing message, String code, String detail, Duration wished, RandomGenerator chance) {
    return RetryPolicy.next(message.attempts(), wished, chance)
        .map(pause -> new Delivered(message, Outcome.RETRY, null, code, detail, pause))
        .orElseGet(() -> new Delivered(message, Outcome.FAILED, null, "gave_up", detail, null));
  }

  /** Not tried, because an earlier one of its conversation could not be sent. */
  static Delivered behind(Outgoing message, Delivered earlier) {
    return back(message, earlier.pause() == null ? Duration.ofSeconds(1) : earlier.pause());
  }

  /** Not tried. */
  static Delivered back(Outgoing message, Duration pause) {
    return new Delivered(message, Outcome.BACK, null, null, null, pause);
  }

  boolean holdsUpOthers() {
    return outcome == Outcome.RETRY || outcome == Outcome.BACK || outcome == Outcome.UNKNOWN;
  }
}
