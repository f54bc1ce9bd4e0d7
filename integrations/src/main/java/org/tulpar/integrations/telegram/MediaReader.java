package org.tulpar.integrations.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tulpar.channel.MessageContent.Media;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;

/** Reads a file's description; of a photo, the largest of its sizes. */
final class MediaReader {

  private static final int LONGEST_NAME = 255;

  /** In this order: an animation comes as a document, too. */
  private static final Map<String, MediaType> TYPES = types();

  private MediaReader() {}

  private static Map<String, MediaType> types() {
    var types = new LinkedHashMap<String, MediaType>();
    types.put("photo", MediaType.IMAGE);
    types.put("voice", MediaType.AUDIO);
    types.put("audio", MediaType.AUDIO);
    types.put("video_note", MediaType.VIDEO);
    types.put("video", MediaType.VIDEO);
    types.put("animation", MediaType.VIDEO);
    types.put("sticker", MediaType.STICKER);
    types.put("document", MediaType.DOCUMENT);
    return types;
  }

  /** The file, or null when the message carries none. */
  static Media read(Wire message) {
    for (var type : TYPES.entrySet()) {
      var file = largest(message.at(type.getKey()));
      if (file != null) {
        return media(message, type.getKey(), type.getValue(), file);
      }
    }
    return null;
  }

  /** Telegram's own words about the file, or null. */
  static Wire file(Wire message) {
    return TYPES.keySet().stream()
        .map(kind -> largest(message.at(kind)))
        .filter(file -> file != null)
        .findFirst()
        .orElse(null);
  }

  private static Wire largest(Wire told) {
    if (told.isArray()) {
      return told.elements().stream()
          .filter(size -> size.firstText("file_id") != null)
          .reduce((one, other) -> pixels(other) >= pixels(one) ? other : one)
          .orElse(null);
    }
    return told.firstText("file_id") == null ? null : told;
  }

  private static long pixels(Wire size) {
    return size.integer("width").orElse(0L) * size.integer("height").orElse(0L);
  }

  private static Media media(Wire message, String kind, MediaType type, Wire file) {
    var emoji = type == MediaType.STICKER ? file.text("emoji") : null;
    return new Media(
        type,
        emoji == null ? ContentReader.caption(message) : emoji,
        PlainText.shortened(
            kind.equals("photo") ? "image/jpeg" : file.firstText("mime_type"), LONGEST_NAME),
        PlainText.shortened(file.firstText("file_name"), LONGEST_NAME),
        null,
        file.integer("file_size").filter(bytes -> bytes >= 0).orElse(null),
        file.integer("duration")
            .filter(s -> s >= 0 && s <= Integer.MAX_VALUE)
            .map(Long::intValue)
            .orElse(null),
        kind.equals("voice") || kind.equals("video_note"),
        false);
  }
}
