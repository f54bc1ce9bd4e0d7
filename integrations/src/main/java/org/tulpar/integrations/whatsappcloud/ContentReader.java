package org.tulpar.integrations.whatsappcloud;

import java.util.List;
import java.util.Map;
import org.tulpar.channel.MessageContent;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Choice;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Media;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.channel.MessageContent.Reaction;
import org.tulpar.channel.MessageContent.Text;
import org.tulpar.channel.MessageContent.Unsupported;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.WebAddress;
import org.tulpar.integrations.wire.Wire;

/** Reads what a message says; a type that is not listed is shown under Meta's own name. */
final class ContentReader {

  private static final Map<String, MediaType> MEDIA =
      Map.of(
          "image", MediaType.IMAGE,
          "video", MediaType.VIDEO,
          "audio", MediaType.AUDIO,
          "document", MediaType.DOCUMENT,
          "sticker", MediaType.STICKER);

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TYPE = 64;

  private ContentReader() {}

  /** The content, or null when WhatsApp only notes something. */
  static MessageContent read(Wire message) {
    var told = message.firstText("type");
    var type = told == null ? "unknown" : PlainText.shortened(told, LONGEST_TYPE);
    var body = message.at(type);
    if (MEDIA.containsKey(type)) {
      return media(MEDIA.get(type), body);
    }
    return switch (type) {
      case "text" -> new Text(orEmpty(body.text("body")));
      case "location" -> location(body);
      case "contacts" -> contacts(body.elements());
      case "reaction" -> reaction(body);
      case "interactive" -> interactive(body);
      case "button" -> choice(body.firstText("payload"), body.firstText("text"));
      case "system", "request_welcome" -> null;
      default -> new Unsupported(type, trouble(message));
    };
  }

  private static MessageContent media(MediaType type, Wire file) {
    return new Media(
        type,
        orEmpty(file.text("caption")),
        PlainText.shortened(file.firstText("mime_type"), LONGEST_NAME),
        PlainText.shortened(file.firstText("filename"), LONGEST_NAME),
        WebAddress.orNull(file.firstText("url")),
        null,
        null,
        file.flag("voice"),
        false);
  }

  private static MessageContent location(Wire body) {
    var name = body.firstText("name");
    var address = body.firstText("address");
    var place =
        name == null || address == null
            ? orEmpty(name == null ? address : name)
            : PlainText.of(name + ", " + address);
    var latitude = body.decimal("latitude").filter(degrees -> Math.abs(degrees) <= 90);
    var longitude = body.decimal("longitude").filter(degrees -> Math.abs(degrees) <= 180);
    return latitude.isEmpty() || longitude.isEmpty()
        ? new Unsupported("location", place)
        : new Location(latitude.get(), longitude.get(), place, false);
  }

  private static MessageContent contacts(List<Wire> people) {
    var cards =
        people.stream()
            .map(
                person ->
                    Card.of(
                        person.at("name").firstText("formatted_name"),
                        person.at("phones").elements().stream()
                            .map(phone -> phone.firstText("phone", "wa_id"))
                            .filter(number -> number != null)
                            .findFirst()
                            .orElse(null)))
            .toList();
    var names =
        String.join(
            ", ", cards.stream().map(card -> card.name()).filter(n -> !n.isBlank()).toList());
    return new Contacts(PlainText.of(names), cards);
  }

  private static MessageContent reaction(Wire body) {
    var target = MessageReader.id(body, "message_id");
    var sign = orEmpty(body.text("emoji"));
    return target == null ? new Unsupported("reaction", sign) : new Reaction(target, sign);
  }

  private static MessageContent interactive(Wire body) {
    var type = orEmpty(body.firstText("type"));
    var reply = body.at(type);
    return switch (type) {
      case "button_reply", "list_reply" -> choice(reply.firstText("id"), reply.firstText("title"));
      case "nfm_reply" -> choice(reply.firstText("name"), reply.firstText("body"));
      default -> new Unsupported("interactive", "");
    };
  }

  private static MessageContent choice(String id, String text) {
    return new Choice(id, text == null ? orEmpty(id) : text);
  }

  /** What Meta says about a message that it could not pass on. */
  private static String trouble(Wire message) {
    return message.at("errors").elements().stream()
        .map(error -> error.at("error_data").firstText("details"))
        .filter(details -> details != null)
        .findFirst()
        .orElse("");
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
