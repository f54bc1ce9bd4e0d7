package org.tulpar.integrations.wire;

import java.net.URI;
import java.util.Base64;
import org.tulpar.channel.ChannelGateway.OutFile;
import org.tulpar.channel.MessageContent.MediaType;

/** Files of ours for the gateways' tests. */
public final class Files {

  /** A picture of one point. */
  public static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  public static final URI LINK = URI.create("https://crm.example/files/word");

  private Files() {}

  public static OutFile picture(String caption) {
    return file(MediaType.IMAGE, "image/png", "a.png", caption, decoded(PIXEL));
  }

  public static OutFile file(
      MediaType type, String contentType, String name, String caption, byte[] bytes) {
    var voice = contentType.equals("audio/ogg");
    return new OutFile(type, contentType, name, caption, voice, bytes, () -> LINK);
  }

  public static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
