package org.tulpar.integrations.wire;

import java.util.function.Function;
import org.tulpar.channel.SendResult;
import org.tulpar.integrations.http.Exchange;

/** What it means for a message that its call left, or did not; an answer is its provider's. */
public final class SendResults {

  private SendResults() {}

  public static SendResult of(Exchange exchange, Function<Exchange.Answered, SendResult> answered) {
    return switch (exchange) {
      case Exchange.Answered answer -> answered.apply(answer);
      case Exchange.NotSent e when isOurFault(e) -> new SendResult.Rejected(e.code(), detail(e));
      case Exchange.NotSent e -> new SendResult.Deferred(e.code(), detail(e), null);
      case Exchange.Unclear e -> new SendResult.Unknown(e.code(), e.cause().getMessage());
    };
  }

  /** An address that we do not call stays one; the settings must change first. */
  private static boolean isOurFault(Exchange.NotSent e) {
    return "bad_address".equals(e.code()) || "forbidden_address".equals(e.code());
  }

  private static String detail(Exchange.NotSent e) {
    return e.cause().getMessage();
  }
}
