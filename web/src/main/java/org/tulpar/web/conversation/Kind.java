package org.tulpar.web.conversation;

import java.util.Map;
import java.util.Set;

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

  private static final Set<String> WORDS = Set.of("TEXT", "SYSTEM", "QUESTION");

  /** Whether the message is its text and nothing else; a question shows its answers under it. */
  static boolean isText(String kind) {
    return kind != null && WORDS.contains(kind);
  }

  static Kind of(String kind, boolean voice) {
    return KNOWN.getOrDefault(voice ? "VOICE" : kind, new Kind("kind.UNSUPPORTED", "info"));
  }

  private static Map.Entry<String, Kind> entry(String kind, String glyph) {
    return Map.entry(kind, new Kind("kind." + kind, glyph));
  }
}
