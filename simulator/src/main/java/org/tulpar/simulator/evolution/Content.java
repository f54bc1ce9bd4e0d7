package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.PlainSurface;

/**
 * What a message carries.
 *
 * @param type Evolution's messageType
 * @param text how a phone would show it in one line
 * @param quoted the message it answers, or null
 */
public record Content(String type, ObjectNode message, String text, JsonNode quoted) {

  static Content text(String text, JsonNode quoted) {
    var message = Json.object().put("conversation", text);
    return new Content("conversation", message, text, quoted);
  }

  static Content location(double latitude, double longitude, String name, String address) {
    var message = Json.object();
    message
        .putObject("locationMessage")
        .put("degreesLatitude", latitude)
        .put("degreesLongitude", longitude)
        .put("name", name)
        .put("address", address);
    return new Content("locationMessage", message, name + ", " + address, null);
  }

  static Content contact(String name, String digits, String shown) {
    var card =
        "BEGIN:VCARD\nVERSION:3.0\nN:;%s;;;\nFN:%s\nitem1.TEL;waid=%s:%s\nEND:VCARD"
            .formatted(name, name, digits, shown);
    var message = Json.object();
    message.putObject("contactMessage").put("displayName", name).put("vcard", card);
    return new Content("contactMessage", message, name + ", " + shown, null);
  }

  /** A file the application sent; its bytes are not kept. */
  static Content media(String kind, JsonNode request) {
    var message = Json.object();
    var media =
        message.putObject(kind + "Message").put("url", "https://mmg.whatsapp.net/simulated");
    for (var field : new String[] {"mimetype", "caption", "fileName"}) {
      if (request.hasNonNull(field)) {
        media.put(field, request.get(field).asText());
      }
    }
    var caption = request.path("caption").asText("");
    var name = request.path("fileName").asText(kind);
    return new Content(kind + "Message", message, caption.isEmpty() ? name : caption, null);
  }

  /** What a person wrote, from the body of {@code /control/customer}. */
  static Content written(JsonNode body) {
    return switch (body.path("kind").asText("text")) {
      case "text" -> writtenText(body);
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
      default -> throw PlainSurface.problem(400, "kind is one of text, location, contact");
    };
  }

  private static Content writtenText(JsonNode body) {
    if (!body.path("text").isTextual() || body.path("text").asText().isBlank()) {
      throw PlainSurface.problem(400, "text is missing");
    }
    return text(body.path("text").asText(), null);
  }
}
