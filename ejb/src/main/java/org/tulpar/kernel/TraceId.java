package org.tulpar.kernel;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Thirty-two lower-case hexadecimal digits, not all zero. Source: W3C Trace Context, {@code
 * traceparent}.
 */
public record TraceId(String text) {

  private static final Pattern PARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
  private static final int LONGEST = 200;

  /** Empty for a header that is missing or not valid: then the trace begins here. */
  public static Optional<TraceId> of(String traceparent) {
    if (traceparent == null || traceparent.length() > LONGEST) {
      return Optional.empty();
    }
    var match = PARENT.matcher(traceparent);
    return match.matches() ? Optional.of(new TraceId(match.group(1))) : Optional.empty();
  }

  public static TraceId random() {
    var bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return new TraceId(HexFormat.of().formatHex(bytes));
  }
}
