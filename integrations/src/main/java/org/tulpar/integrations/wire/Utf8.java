package org.tulpar.integrations.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.tulpar.channel.UnreadablePayload;

/** Decodes without forgiving: what is not UTF-8, or holds a NUL, is unreadable. */
public final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  public static String strict(byte[] body) throws UnreadablePayload {
    // The forgiving decoder is several times faster; the strict one is asked only when it forgave
    // something, or when the text holds the replacement character itself.
    var text = new String(body, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      decode(body);
    }
    if (text.indexOf('\0') >= 0) {
      throw new UnreadablePayload("a NUL character");
    }
    return text;
  }

  private static void decode(byte[] body) throws UnreadablePayload {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException e) {
      throw new UnreadablePayload("not UTF-8", e);
    }
  }
}
