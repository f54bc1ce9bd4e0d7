package org.tulpar.web.conversation;

import java.util.Map;

/** How a kind of message that is not plain text is named and drawn. */
record Kind(String key, String glyph) {

  private static final Map<String, Kind> KNOWN =
      Map.ofEntries(
          entry("IMAGE", "image"),
          entry("VIDEO", "play"),
          entry("AUDIO", "mic"),
          entry("VOICE", "mic"),
          entry("DOCUMENT", "file"),
          entry("STICKER", "smile"),
          entry("LOCATION", "pin"),
          entry("CONTACT", "user"),
          entry("REACTION", "smile"),
          entry("CHOICE", "check"),
          entry("TEMPLATE", "file"));

  /** Whether the message is its text and nothing else. */
  static boolean isText(String kind) {
    return "TEXT".equals(kind) || "SYSTEM".equals(kind);
  }

  static Kind of(String kind, boolean voice) {
    return KNOWN.getOrDefault(voice ? "VOICE" : kind, new Kind("kind.UNSUPPORTED", "info"));
  }

  private static Map.Entry<String, Kind> entry(String kind, String glyph) {
    return Map.entry(kind, new Kind("kind." + kind, glyph));
  }
}
