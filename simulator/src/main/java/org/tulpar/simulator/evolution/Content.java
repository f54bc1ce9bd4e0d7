package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.PlainSurface;

/**
 * What a message carries.
 *
 * @param type Evolution's messageType
 * @param text how a phone would show it in one line
 * @param quoted the message it answers, or null
 * @param file or null
 */
public record Content(
    String type, ObjectNode message, String text, JsonNode quoted, FileShelf.Kept file) {

  static Content text(String text, JsonNode quoted) {
    var message = Json.object().put("conversation", text);
    return new Content("conversation", message, text, quoted, null);
  }

  static Content location(double latitude, double longitude, String name, String address) {
    var message = Json.object();
    var place =
        message
            .putObject("locationMessage")
            .put("degreesLatitude", latitude)
            .put("degreesLongitude", longitude);
    if (!name.isEmpty()) {
      place.put("name", name);
    }
    if (!address.isEmpty()) {
      place.put("address", address);
    }
    var words =
        Stream.of(name, address).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    var shown = words.isEmpty() ? latitude + ", " + longitude : words;
    return new Content("locationMessage", message, shown, null, null);
  }

  static Content contact(String name, String digits, String shown) {
    var card =
        "BEGIN:VCARD\nVERSION:3.0\nN:;%s;;;\nFN:%s\nitem1.TEL;waid=%s:%s\nEND:VCARD"
            .formatted(name, name, digits, shown);
    var message = Json.object();
    message.putObject("contactMessage").put("displayName", name).put("vcard", card);
    return new Content("contactMessage", message, name + ", " + shown, null, null);
  }

  /**
   * A file, whose bytes WhatsApp keeps encrypted elsewhere.
   *
   * @param kind image, video, audio, sticker or document
   */
  static Content media(
      String kind, FileShelf.Kept file, String caption, boolean voice, JsonNode quoted) {
    var message = Json.object();
    var media =
        message
            .putObject(kind + "Message")
            .put("url", "https://mmg.whatsapp.net/simulated/" + file.id())
            .put("mimetype", file.type());
    media
        .putObject("fileLength")
        .put("low", file.bytes().length)
        .put("high", 0)
        .put("unsigned", true);
    if (!caption.isEmpty()) {
      media.put("caption", caption);
    }
    if (kind.equals("document")) {
      media.put("fileName", file.name());
    }
    if (kind.equals("audio")) {
      media.put("ptt", voice);
    }
    return new Content(kind + "Message", message, caption, quoted, file);
  }

  /** What a person wrote, from the body of {@code /control/customer}. */
  static Content written(JsonNode body, FileShelf shelf) {
    return switch (body.path("kind").asText("text")) {
      case "text" -> writtenText(body);
      case "file" -> writtenFile(body, shelf);
      case "location" ->
          location(
              body.path("latitude").asDouble(),
              body.path("longitude").asDouble(),
              body.path("place").asText(""),
              body.path("address").asText(""));
      case "contact" -> {
        var shown = body.path("contactNumber").asText("");
        yield contact(body.path("contactName").asText(""), shown.replaceAll("\\D", ""), shown);
      }
      default -> throw PlainSurface.problem(400, "kind is one of text, file, location, contact");
    };
  }

  private static Content writtenText(JsonNode body) {
    if (!body.path("text").isTextual() || body.path("text").asText().isBlank()) {
      throw PlainSurface.problem(400, "text is missing");
    }
    return text(body.path("text").asText(), quoted(body));
  }

  private static Content writtenFile(JsonNode body, FileShelf shelf) {
    var file = file(body, shelf);
    return media(
        kind(file.type()),
        file,
        body.path("text").asText(""),
        body.path("voice").asBoolean(false),
        quoted(body));
  }

  /** The file that a person sends, as base64 in the body. */
  public static FileShelf.Kept file(JsonNode body, FileShelf shelf) {
    try {
      var bytes = Base64.getDecoder().decode(body.path("media").asText(""));
      if (bytes.length == 0) {
        throw PlainSurface.problem(400, "media is missing");
      }
      return shelf.put(
          body.path("mimetype").asText("application/octet-stream"),
          body.path("fileName").asText("file"),
          bytes);
    } catch (IllegalArgumentException e) {
      throw PlainSurface.problem(400, "media is no base64");
    }
  }

  /** WhatsApp's word for a file of this type: image, video, audio or document. */
  public static String kind(String type) {
    var major = type.replaceFirst("/.*", "");
    return major.equals("image") || major.equals("video") || major.equals("audio")
        ? major
        : "document";
  }

  private static JsonNode quoted(JsonNode body) {
    var id = body.path("quoted").asText("");
    if (id.isEmpty()) {
      return null;
    }
    var quoted = Json.object();
    quoted.putObject("key").put("id", id);
    quoted.putObject("message");
    return quoted;
  }
}
