package org.tulpar.agent.fact;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tulpar.agent.fact.Reading.Spoken;
import org.tulpar.conversation.fact.FactKind;

/**
 * Reads what the model has answered, and believes none of it: what the named message does not say
 * is left out.
 */
final class FactAnswer {

  /** Of one reading. */
  private static final int MOST = 30;

  private static final int LONGEST = 160;
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

  private final Reading reading;

  FactAnswer(Reading reading) {
    this.reading = reading;
  }

  FoundFacts read(String words) throws AnswerUnreadable {
    var told = object(words);
    if (!(told.get("facts") instanceof JsonArray)) {
      throw new AnswerUnreadable("the model has answered something else", null);
    }
    var facts =
        objects(told, "facts").map(this::fact).flatMap(Optional::stream).limit(MOST).toList();
    return new FoundFacts(facts, over(told));
  }

  /** Models like to put something around it. */
  private static JsonObject object(String words) throws AnswerUnreadable {
    int from = words.indexOf('{');
    int to = words.lastIndexOf('}');
    if (from < 0 || to < from) {
      throw new AnswerUnreadable("the model has answered no JSON", null);
    }
    try (var reader = READERS.createReader(new StringReader(words.substring(from, to + 1)))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      // a reader tells some of its limits, as how deep an object may be, by no JsonException
      throw new AnswerUnreadable("the model has answered broken JSON", e);
    }
  }

  private Optional<FactKind> kind(JsonObject told) {
    var name = text(told, "kind");
    return Stream.of(FactKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  private Optional<FoundFact> fact(JsonObject told) {
    var in = message(told).filter(Spoken::byClient);
    var quote = in.flatMap(said -> Quote.of(text(told, "quote")).in(said.body()));
    var kind = kind(told);
    if (quote.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    var text = worded(text(told, "text"), in.get().body(), quote.get());
    return Optional.of(new FoundFact(in.get(), kind.get(), text, quote.get()));
  }

  private Optional<Spoken> message(JsonObject told) {
    return told.get("message") instanceof JsonNumber number
        ? at(number, reading.spoken())
        : Optional.empty();
  }

  private static <T> Optional<T> at(JsonNumber number, List<T> list) {
    var index = number.doubleValue() - 1;
    return index == Math.rint(index) && index >= 0 && index < list.size()
        ? Optional.of(list.get((int) index))
        : Optional.empty();
  }

  /** Her own words where the model's bring a number that she has not written. */
  private static String worded(String text, String body, String quote) {
    var flat = text.replace("\u0000", "").replaceAll("\\s+", " ").strip();
    var said = numbers(body);
    return flat.isEmpty() || !said.containsAll(numbers(flat)) ? shortened(quote) : shortened(flat);
  }

  /** Whatever digits they are written with. */
  private static List<String> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(
            found -> {
              var digits = new StringBuilder();
              found.group().codePoints().map(c -> Character.digit(c, 10)).forEach(digits::append);
              return digits.toString();
            })
        .toList();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }

  private List<Long> over(JsonObject told) {
    var ids = new ArrayList<Long>();
    if (told.get("over") instanceof JsonArray numbers) {
      for (var one : numbers) {
        if (one instanceof JsonNumber number) {
          at(number, reading.known()).ifPresent(known -> ids.add(known.id()));
        }
      }
    }
    return ids;
  }

  private static Stream<JsonObject> objects(JsonObject told, String name) {
    return told.get(name) instanceof JsonArray array
        ? array.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject)
        : Stream.empty();
  }

  private static String text(JsonObject told, String name) {
    return told.get(name) instanceof JsonString text ? text.getString() : "";
  }
}
