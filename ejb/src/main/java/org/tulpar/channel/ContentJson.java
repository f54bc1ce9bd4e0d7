package org.tulpar.channel;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Choice;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Media;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.channel.MessageContent.Reaction;
import org.tulpar.channel.MessageContent.Text;
import org.tulpar.channel.MessageContent.Unsupported;

/** What a message carries beside its text, as stored in {@code message.content}. */
public final class ContentJson {

  /** To find the provider anew costs more than the rest of a message. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private ContentJson() {}

  /** Null for a plain text: its body says all. */
  public static String of(MessageContent content) {
    return content instanceof Text ? null : beside(content);
  }

  /** The place that {@link #of} wrote. */
  public static Location location(String content, String text) {
    var json = read(content);
    return new Location(
        json.getJsonNumber("latitude").doubleValue(),
        json.getJsonNumber("longitude").doubleValue(),
        text,
        json.getBoolean("live"));
  }

  /** The contact cards that {@link #of} wrote. */
  public static Contacts contacts(String content, String text) {
    var cards =
        read(content).getJsonArray("cards").getValuesAs(JsonObject.class).stream()
            .map(card -> new Card(card.getString("name", ""), card.getString("vcard", "")))
            .toList();
    return new Contacts(text, cards);
  }

  /** The question that {@link #of} wrote. */
  public static Question question(String content) {
    var json = read(content);
    var answers = json.getJsonArray("answers").getValuesAs(JsonString::getString);
    return new Question(json.getString("question"), answers, json.getString("open"));
  }

  private static JsonObject read(String content) {
    try (var reader = READERS.createReader(new StringReader(content))) {
      return reader.readObject();
    }
  }

  private static String beside(MessageContent content) {
    var json = JSON.createObjectBuilder();
    switch (content) {
      case Text t -> {}
      case Media m -> media(json, m);
      case Location l ->
          json.add("latitude", l.latitude()).add("longitude", l.longitude()).add("live", l.live());
      case Contacts c -> json.add("cards", cards(c.cards()));
      case Reaction r -> put(json, "target", r.targetExternalId());
      case Choice c -> put(json, "id", c.id());
      case Question q ->
          json.add("question", q.question())
              .add("answers", JSON.createArrayBuilder(q.answers()))
              .add("open", q.open());
      case Unsupported u -> put(json, "type", u.providerType());
    }
    return json.build().toString();
  }

  private static void media(JsonObjectBuilder json, Media media) {
    put(json, "mimeType", media.mimeType());
    put(json, "fileName", media.fileName());
    put(json, "url", media.url());
    if (media.size() != null) {
      json.add("size", media.size());
    }
    if (media.seconds() != null) {
      json.add("seconds", media.seconds());
    }
    json.add("voice", media.voice()).add("once", media.once());
  }

  private static JsonArrayBuilder cards(List<Card> cards) {
    var array = JSON.createArrayBuilder();
    for (var card : cards) {
      var json = JSON.createObjectBuilder();
      put(json, "name", card.name());
      put(json, "vcard", card.vcard());
      array.add(json);
    }
    return array;
  }

  private static void put(JsonObjectBuilder json, String key, String value) {
    if (value != null) {
      json.add(key, value);
    }
  }
}
