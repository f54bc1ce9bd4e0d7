package org.tulpar.integrations.evolution;

import java.util.Map;
import org.tulpar.channel.MessageContent.Media;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;

/**
 * Reads a file's description. The file itself, which some channels put into the message as base64,
 * is never kept. Evolution passes on the field names of WhatsApp Web and of Meta's API alike.
 */
final class MediaReader {

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "imageMessage", MediaType.IMAGE,
          "videoMessage", MediaType.VIDEO,
          "ptvMessage", MediaType.VIDEO,
          "audioMessage", MediaType.AUDIO,
          "documentMessage", MediaType.DOCUMENT,
          "stickerMessage", MediaType.STICKER);

  private static final int LONGEST_URL = 4_000;
  private static final int LONGEST_NAME = 255;

  private MediaReader() {}

  static boolean isMedia(String kind) {
    return kind != null && TYPES.containsKey(kind);
  }

  /**
   * The file, or null when the kind is no file.
   *
   * @param message holds the file under the name of its kind or, on the channel Evolution, itself
   */
  static Media read(Wire message, String kind, boolean once) {
    if (!isMedia(kind)) {
      return null;
    }
    var file = message.at(kind);
    var caption = file.isObject() ? file.text("caption") : message.text("caption");
    var offered = url(message.firstText("mediaUrl"));
    return new Media(
        TYPES.get(kind),
        caption == null ? "" : caption,
        PlainText.shortened(file.firstText("mimetype", "mime_type"), LONGEST_NAME),
        PlainText.shortened(file.firstText("fileName", "filename", "title"), LONGEST_NAME),
        offered == null ? url(file.firstText("url")) : offered,
        file.integer("fileLength").filter(bytes -> bytes >= 0).orElse(null),
        file.integer("seconds")
            .filter(s -> s >= 0 && s <= Integer.MAX_VALUE)
            .map(Long::intValue)
            .orElse(null),
        file.flag("ptt") || file.flag("voice"),
        once || file.flag("viewOnce"));
  }

  private static String url(String raw) {
    return raw != null
            && raw.length() <= LONGEST_URL
            && (raw.startsWith("https://") || raw.startsWith("http://"))
        ? raw
        : null;
  }
}
