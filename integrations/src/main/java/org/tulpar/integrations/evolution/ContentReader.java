package org.tulpar.integrations.evolution;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Set;
import org.tulpar.channel.MessageContent;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Choice;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Reaction;
import org.tulpar.channel.MessageContent.Text;
import org.tulpar.channel.MessageContent.Unsupported;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/**
 * Reads what a message says. Every message says something: a kind that is not listed here is shown
 * as unsupported under Evolution's own name.
 */
final class ContentReader {

  private static final Set<String> WRAPPERS =
      Set.of(
          "ephemeralMessage",
          "viewOnceMessage",
          "viewOnceMessageV2",
          "viewOnceMessageV2Extension",
          "documentWithCaptionMessage",
          "deviceSentMessage",
          "groupMentionedMessage",
          "lottieStickerMessage");

  private static final int DEEPEST_WRAPPER = 8;

  /** Fields beside the content itself. */
  private static final Set<String> SIDE_FIELDS =
      Set.of("messageContextInfo", "contextInfo", "senderKeyDistributionMessage", "base64");

  private final WireJson json;

  ContentReader(WireJson json) {
    this.json = json;
  }

  /** The content, or null when the message carries nothing but keys of the encryption. */
  MessageContent read(Wire message, String messageType) {
    var opened = Opened.of(message);
    var inner = opened.message();
    var kind = kind(inner, messageType);
    if (kind == null) {
      return inner.names().contains("senderKeyDistributionMessage")
          ? null
          : new Unsupported(messageType == null ? "unknown" : messageType, "");
    }
    var media = MediaReader.read(inner, kind, opened.once());
    return media == null ? spoken(inner, kind, messageType) : media;
  }

  /** The id of the message that this one answers, told inside the content, or null. */
  String quoted(Wire message) {
    var inner = Opened.of(message).message();
    var id = inner.at("contextInfo").firstText("stanzaId");
    for (var name : inner.names()) {
      id = id == null ? inner.at(name).at("contextInfo").firstText("stanzaId") : id;
    }
    return id;
  }

  /** The message without its wrappers, and whether one of them says that it opens once. */
  private record Opened(Wire message, boolean once) {

    static Opened of(Wire message) {
      var opened = new Opened(message, false);
      for (int depth = 0; depth < DEEPEST_WRAPPER; depth++) {
        var outer = opened;
        var wrapper = outer.message().names().stream().filter(WRAPPERS::contains).findFirst();
        if (wrapper.isEmpty()) {
          return opened;
        }
        opened =
            new Opened(
                outer.message().at(wrapper.get()).at("message"),
                outer.once() || wrapper.get().startsWith("viewOnce"));
      }
      return opened;
    }
  }

  private static String kind(Wire message, String messageType) {
    if (message.text("conversation") != null) {
      return "conversation";
    }
    if (messageType != null && message.at(messageType).isObject()) {
      return messageType;
    }
    return message.names().stream()
        .filter(name -> !SIDE_FIELDS.contains(name) && message.at(name).isObject())
        .findFirst()
        .orElseGet(() -> MediaReader.isMedia(messageType) ? messageType : null);
  }

  private MessageContent spoken(Wire message, String kind, String messageType) {
    var body = message.at(kind);
    return switch (kind) {
      case "conversation" -> said(body.text(), messageType);
      case "extendedTextMessage" -> new Text(orEmpty(body.text("text")));
      case "locationMessage" -> location(body, kind, false);
      case "liveLocationMessage" -> location(body, kind, true);
      case "contactMessage" -> contacts(List.of(body), body.text("displayName"));
      case "contactsArrayMessage" ->
          contacts(body.at("contacts").elements(), body.text("displayName"));
      case "reactionMessage" -> reaction(body, kind);
      case "buttonsResponseMessage" ->
          choice(body.firstText("selectedButtonId"), body.firstText("selectedDisplayText"));
      case "templateButtonReplyMessage" ->
          choice(body.firstText("selectedId"), body.firstText("selectedDisplayText"));
      case "listResponseMessage" ->
          choice(body.at("singleSelectReply").firstText("selectedRowId"), body.firstText("title"));
      case "interactiveResponseMessage" -> interactive(body);
      default -> new Unsupported(kind, orEmpty(words(body)));
    };
  }

  /** WhatsApp Business tells a pressed button as plain text; which one it was is lost there. */
  private static MessageContent said(String text, String messageType) {
    return "interactiveMessage".equals(messageType) || "buttonMessage".equals(messageType)
        ? new Choice(null, text)
        : new Text(text);
  }

  private static MessageContent location(Wire body, String kind, boolean live) {
    var place = joined(body.firstText("name"), body.firstText("address"));
    var latitude = body.decimal("degreesLatitude").filter(degrees -> Math.abs(degrees) <= 90);
    var longitude = body.decimal("degreesLongitude").filter(degrees -> Math.abs(degrees) <= 180);
    return latitude.isEmpty() || longitude.isEmpty()
        ? new Unsupported(kind, place)
        : new Location(latitude.get(), longitude.get(), place, live);
  }

  private static MessageContent contacts(List<Wire> elements, String title) {
    var cards =
        elements.stream()
            .map(e -> new Card(orEmpty(e.text("displayName")), orEmpty(e.text("vcard"))))
            .toList();
    var names =
        String.join(", ", cards.stream().map(Card::name).filter(n -> !n.isBlank()).toList());
    return new Contacts(PlainText.of(names.isEmpty() ? orEmpty(title) : names), cards);
  }

  private static MessageContent reaction(Wire body, String kind) {
    var target = MessageReader.id(body.at("key"));
    var sign = orEmpty(body.text("text"));
    return target == null ? new Unsupported(kind, sign) : new Reaction(target, sign);
  }

  private MessageContent interactive(Wire body) {
    var flow = body.at("nativeFlowResponseMessage");
    var text = body.at("body").firstText("text");
    return choice(
        optionId(flow.firstText("paramsJson")), text == null ? flow.firstText("name") : text);
  }

  private String optionId(String params) {
    if (params == null) {
      return null;
    }
    try {
      return json.read(params).firstText("id");
    } catch (JsonProcessingException e) {
      // A form of the client's own making: its words are kept, it just names no option.
      return null;
    }
  }

  private static MessageContent choice(String id, String text) {
    return new Choice(id, text == null ? orEmpty(id) : text);
  }

  private static String words(Wire body) {
    var text = body.firstText("text", "caption", "name", "title", "orderTitle", "message");
    return text == null ? body.at("body").firstText("text") : text;
  }

  private static String joined(String first, String second) {
    if (first == null || second == null) {
      return orEmpty(first == null ? second : first);
    }
    return PlainText.of(first + ", " + second);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
