package org.tulpar.web.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import java.io.StringReader;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tulpar.agent.ReplyRule;
import org.tulpar.channel.line.AdoptedLine;
import org.tulpar.operations.opening.NewOrganization;
import org.tulpar.operations.opening.Opened;
import org.tulpar.tenant.OrganizationProfile;
import org.tulpar.web.identity.Zones;
import org.tulpar.web.shell.Languages;

/** An organization's words on the wire; what is not said is absent. */
final class OpeningJson {

  private OpeningJson() {}

  /**
   * @throws BadRequestException naming the first word that is not understood
   */
  static NewOrganization read(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return asked(reader.readObject());
    } catch (JsonException e) {
      throw new BadRequestException("the body is no JSON object", e);
    }
  }

  private static NewOrganization asked(JsonObject asked) {
    var key = text(asked, "key");
    if (key == null) {
      throw new BadRequestException("key is missing");
    }
    var facts =
        new OrganizationProfile.Facts(
            text(asked, "name"),
            locale(text(asked, "language")),
            read(asked, "timeZone", OpeningJson::zone, ZoneId.of("UTC")),
            read(asked, "currency", word -> word, OrganizationProfile.CURRENCIES.getFirst()));
    return new NewOrganization(
        key,
        facts,
        administrator(part(asked, "administrator")),
        line(part(asked, "channel")),
        number(asked, "glueSeconds"),
        rules(asked));
  }

  static JsonObject of(String key, Opened opened) {
    var answer =
        Json.createObjectBuilder()
            .add("key", key)
            .add("id", opened.organization().toString())
            .add("created", opened.fresh());
    if (opened.administrator() != null) {
      answer.add(
          "administrator",
          Json.createObjectBuilder()
              .add("login", opened.administrator().login())
              .add("password", opened.administrator().password()));
    }
    if (opened.line() != null) {
      answer.add(
          "channel",
          Json.createObjectBuilder()
              .add("id", opened.line().channel().toString())
              .add("webhook", opened.line().webhook()));
    }
    return answer.build();
  }

  private static NewOrganization.Administrator administrator(JsonObject person) {
    return person == null
        ? null
        : new NewOrganization.Administrator(text(person, "login"), text(person, "name"));
  }

  private static AdoptedLine line(JsonObject channel) {
    return channel == null
        ? null
        : new AdoptedLine(
            text(channel, "name"),
            text(channel, "instance"),
            read(channel, "apiUrl", URI::create, null),
            text(channel, "apiKey"),
            text(channel, "key"),
            text(channel, "secret"),
            number(channel, "perMinute"));
  }

  private static List<ReplyRule> rules(JsonObject asked) {
    var rules = asked.getOrDefault("rules", JsonValue.EMPTY_JSON_ARRAY);
    if (rules.getValueType() != JsonValue.ValueType.ARRAY) {
      throw strange("rules");
    }
    return rules.asJsonArray().stream().map(rule -> rule(object(rule, "rules"))).toList();
  }

  private static ReplyRule rule(JsonObject rule) {
    var kind = read(rule, "kind", ReplyRule.Kind::valueOf, null);
    if (kind == null) {
      throw strange("kind");
    }
    var template = text(rule, "template");
    var keywords = rule.getOrDefault("keywords", JsonValue.EMPTY_JSON_ARRAY);
    if (keywords.getValueType() != JsonValue.ValueType.ARRAY) {
      throw strange("keywords");
    }
    return new ReplyRule(
        kind,
        keywords.asJsonArray().stream().map(OpeningJson::keyword).toList(),
        template == null ? "" : template,
        rule.getBoolean("handOver", false));
  }

  private static String keyword(JsonValue value) {
    if (value instanceof JsonString word && word.getString().indexOf('\0') < 0) {
      return word.getString().toLowerCase(Locale.ROOT);
    }
    throw strange("keywords");
  }

  private static ZoneId zone(String id) {
    return Zones.of(id).orElseThrow(() -> strange("timeZone"));
  }

  private static Locale locale(String code) {
    return code == null
        ? Languages.ALL.getFirst()
        : Languages.of(code).orElseThrow(() -> strange("language"));
  }

  /** Null for what is not said; the database keeps no text with a zero in it. */
  private static String text(JsonObject object, String name) {
    return switch (object.get(name)) {
      case null -> null;
      case JsonString text when text.getString().indexOf('\0') < 0 -> text.getString();
      case JsonValue other when other == JsonValue.NULL -> null;
      default -> throw strange(name);
    };
  }

  private static Integer number(JsonObject object, String name) {
    try {
      return switch (object.get(name)) {
        case null -> null;
        case JsonNumber number -> number.intValueExact();
        case JsonValue other when other == JsonValue.NULL -> null;
        default -> throw strange(name);
      };
    } catch (ArithmeticException e) {
      throw strange(name);
    }
  }

  private static <T> T read(
      JsonObject object, String name, Function<String, T> reader, T otherwise) {
    var text = text(object, name);
    try {
      return text == null ? otherwise : reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw strange(name);
    }
  }

  private static JsonObject part(JsonObject object, String name) {
    var value = object.get(name);
    return value == null || value == JsonValue.NULL ? null : object(value, name);
  }

  private static JsonObject object(JsonValue value, String name) {
    if (value.getValueType() != JsonValue.ValueType.OBJECT) {
      throw strange(name);
    }
    return value.asJsonObject();
  }

  private static BadRequestException strange(String name) {
    return new BadRequestException(name + " is not understood");
  }
}
