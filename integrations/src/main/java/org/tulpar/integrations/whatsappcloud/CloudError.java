package org.tulpar.integrations.whatsappcloud;

import java.util.Set;

/** Meta's error numbers (Cloud API, error codes), as what they mean for a message of ours. */
final class CloudError {

  /** The 24 hours since the client's last message are over. */
  static final String WINDOW_CLOSED = "window_closed";

  private static final Set<Long> TOO_FAST = Set.of(4L, 80007L, 130429L, 131048L, 131056L, 133016L);
  private static final Set<Long> UNAUTHORIZED = Set.of(0L, 3L, 10L, 190L, 131005L);
  private static final Set<Long> NOT_REACHABLE = Set.of(131021L, 131026L, 131030L, 131062L);
  private static final Set<Long> TEMPLATE =
      Set.of(132000L, 132001L, 132005L, 132007L, 132012L, 132015L, 132016L);

  private CloudError() {}

  /** Not now: the same message may pass later. */
  static boolean tooFast(long code) {
    return TOO_FAST.contains(code);
  }

  static boolean unauthorized(long code) {
    return UNAUTHORIZED.contains(code) || code >= 200 && code < 300;
  }

  /** The reason of a refusal, in our words. */
  static String refusal(long code) {
    if (code == 131047) {
      return WINDOW_CLOSED;
    }
    if (NOT_REACHABLE.contains(code)) {
      return "not_on_whatsapp";
    }
    return TEMPLATE.contains(code) ? "template_refused" : "refused_by_provider";
  }
}
