package org.tulpar.integrations.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names an event within its channel in at most 200 characters, so that it fits into an index. */
public final class ExternalId {

  private static final int LONGEST = 200;

  private ExternalId() {}

  /**
   * @param naturalKey what names the event by its content, or null: then the bytes do, because a
   *     retried body is identical
   */
  public static String of(String event, String naturalKey, byte[] body) {
    if (naturalKey == null) {
      return event + "|" + sha256(body);
    }
    var id = PlainText.of(event + "|" + naturalKey);
    return id.length() <= LONGEST
        ? id
        : event + "|" + sha256(naturalKey.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
