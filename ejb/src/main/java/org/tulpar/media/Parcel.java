package org.tulpar.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one message of ours carries: words, or a file with its caption. A text that goes with files
 * stands under the first that can show it; else it goes ahead.
 *
 * @param kind as in {@code message.kind}
 * @param body the words or the caption; may be empty, never null
 * @param file null for words alone
 */
public record Parcel(String kind, String body, MediaFile file) {

  /** In code points: the shortest caption limit of the connected messengers. */
  static final int LONGEST_CAPTION = 1024;

  /** What every messenger shows as what it is; anything else is a document. */
  private static final Map<String, String> KINDS =
      Map.of(
          "image/jpeg", "IMAGE",
          "image/png", "IMAGE",
          "video/mp4", "VIDEO",
          "audio/ogg", "AUDIO",
          "audio/mpeg", "AUDIO",
          "audio/mp4", "AUDIO",
          "audio/aac", "AUDIO",
          "audio/amr", "AUDIO");

  /** What no messenger shows words under. */
  private static final Set<String> WORDLESS = Set.of("AUDIO", "STICKER");

  /** How WhatsApp and Telegram call a sticker that is saved. */
  private static final Pattern STICKER = Pattern.compile("(?i)(stk-|sticker).*\\.webp");

  /** The largest sticker that WhatsApp takes, in bytes. */
  private static final int LARGEST_STICKER = 500 * 1024;

  private static final Set<String> PACKED = Set.of("application/zip", "application/x-ole-storage");

  /** Formats that are packed in another: only the name tells which. */
  private static final Map<String, String> BY_NAME =
      Map.of(
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "doc", "application/msword",
          "xls", "application/vnd.ms-excel",
          "ppt", "application/vnd.ms-powerpoint");

  /** The messages by which a text and files are sent, in their order. */
  public static List<Parcel> of(String text, List<MediaFile> files) {
    var parcels = new ArrayList<Parcel>();
    var caption = caption(text, files);
    if (!text.isEmpty() && caption == null) {
      parcels.add(new Parcel("TEXT", text, null));
    }
    for (var file : files) {
      parcels.add(new Parcel(kind(file), file == caption ? text : "", file));
    }
    return List.copyOf(parcels);
  }

  private static MediaFile caption(String text, List<MediaFile> files) {
    return text.codePointCount(0, text.length()) > LONGEST_CAPTION
        ? null
        : files.stream().filter(file -> !WORDLESS.contains(kind(file))).findFirst().orElse(null);
  }

  private static String kind(MediaFile file) {
    if (sticker(file)) {
      return "STICKER";
    }
    return KINDS.getOrDefault(file.type().contentType(), "DOCUMENT");
  }

  /** A picture of the web's usual format is one only when a messenger has saved it as such. */
  private static boolean sticker(MediaFile file) {
    return file.type().contentType().equals("image/webp")
        && file.bytes() <= LARGEST_STICKER
        && file.name() != null
        && STICKER.matcher(file.name()).matches();
  }

  /** As the receiver is told; only a file that is packed as the format is may be called by it. */
  public String contentType() {
    var type = file.type().contentType();
    var ending = file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return PACKED.contains(type) ? BY_NAME.getOrDefault(ending, type) : type;
  }

  /** Sound in the format in which messengers record is shown as recorded in one. */
  public boolean voice() {
    return file.type().contentType().equals("audio/ogg");
  }
}
