package org.tulpar.integrations.chat2desk;

import java.util.Locale;
import java.util.stream.Stream;
import org.tulpar.channel.MessageContent;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Media;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.channel.MessageContent.Text;
import org.tulpar.channel.MessageContent.Unsupported;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.WebAddress;
import org.tulpar.integrations.wire.Wire;

/** Reads what a message says: a file if there is one, with the text as its caption. */
final class ContentReader {

  private static final int LONGEST_NAME = 255;

  private ContentReader() {}

  static MessageContent read(Wire hook) {
    var text = hook.text("text");
    var words = text == null ? "" : text;
    return Stream.of(
            media(hook, "photo", MediaType.IMAGE, words),
            media(hook, "video", MediaType.VIDEO, words),
            media(hook, "audio", MediaType.AUDIO, words),
            media(hook, "pdf", MediaType.DOCUMENT, words),
            attachment(hook, words),
            place(hook, words))
        .filter(content -> content != null)
        .findFirst()
        .orElseGet(() -> words.isEmpty() ? new Unsupported("empty", "") : new Text(words));
  }

  private static MessageContent media(Wire hook, String field, MediaType type, String words) {
    var url = WebAddress.orNull(hook.firstText(field));
    return url == null ? null : file(type, words, name(hook, url), url);
  }

  private static MessageContent attachment(Wire hook, String words) {
    return hook.at("attachments").elements().stream()
        .filter(file -> WebAddress.orNull(file.firstText("link", "url")) != null)
        .findFirst()
        .map(
            file ->
                file(
                    MediaType.DOCUMENT,
                    words,
                    file.firstText("name", "filename"),
                    file.firstText("link", "url")))
        .orElse(null);
  }

  private static Media file(MediaType type, String words, String name, String url) {
    return new Media(
        type, words, null, PlainText.shortened(name, LONGEST_NAME), url, null, null, false, false);
  }

  private static String name(Wire hook, String url) {
    return hook.at("attachments").elements().stream()
        .filter(file -> url.equals(file.firstText("link", "url")))
        .map(file -> file.firstText("name", "filename"))
        .filter(name -> name != null)
        .findFirst()
        .orElse(null);
  }

  /** Latitude and longitude in degrees, with a comma or a blank between them. */
  private static MessageContent place(Wire hook, String words) {
    var told = hook.firstText("coordinates");
    if (told == null) {
      return null;
    }
    var parts = told.toLowerCase(Locale.ROOT).strip().split("[,;\\s]+", -1);
    try {
      var latitude = Double.parseDouble(parts[0]);
      var longitude = parts.length == 2 ? Double.parseDouble(parts[1]) : Double.NaN;
      return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
          ? new Location(latitude, longitude, words, false)
          : new Unsupported("coordinates", words);
    } catch (NumberFormatException e) {
      return new Unsupported("coordinates", words);
    }
  }
}
