package org.tulpar.simulator.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.PlainSurface;

/** The page's HTML in the reader's language, and its files. */
final class PhonePage {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([\\w.]+)}}");
  private static final Map<String, String> TYPES =
      Map.of(
          "tokens.css", "text/css; charset=utf-8",
          "phone.css", "text/css; charset=utf-8",
          "theme.js", "text/javascript; charset=utf-8",
          "phone.js", "text/javascript; charset=utf-8",
          "bubble.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  /** The first language of a browser whose reader is at home in Russian. */
  private static final List<String> RUSSIAN_READERS = List.of("ru", "kk", "ky");

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
          + "img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Map<String, byte[]> pages = Map.of("ru", page("ru"), "en", page("en"));

  void show(Exchange exchange) throws IOException {
    secure(exchange);
    exchange.answer(200, "text/html; charset=utf-8", pages.get(language(exchange)));
  }

  void file(Exchange exchange) throws IOException {
    var name = exchange.variable("file");
    var type = TYPES.get(name);
    if (type == null) {
      throw PlainSurface.problem(404, "there is no such file");
    }
    secure(exchange);
    exchange.answer(200, type, bytes(name));
  }

  private static void secure(Exchange exchange) {
    exchange.set("Content-Security-Policy", POLICY);
    exchange.set("X-Content-Type-Options", "nosniff");
    exchange.set("Referrer-Policy", "no-referrer");
    exchange.set("Cache-Control", "no-cache");
    exchange.set("Vary", "Accept, Accept-Language, Cookie");
  }

  /** The switch first, then what the browser prefers; English when neither is Russian. */
  static String language(Exchange exchange) {
    var asked = exchange.query("lang").or(() -> exchange.cookie("lang"));
    if (asked.isPresent()) {
      return asked.get().equals("ru") ? "ru" : "en";
    }
    var preferred = exchange.header("Accept-Language").orElse("").toLowerCase(Locale.ROOT).strip();
    return RUSSIAN_READERS.stream().anyMatch(preferred::startsWith) ? "ru" : "en";
  }

  private static byte[] page(String language) {
    var texts = texts(language);
    var html = new String(bytes("phone.html"), StandardCharsets.UTF_8);
    var filled =
        PLACE
            .matcher(html)
            .replaceAll(place -> Matcher.quoteReplacement(value(texts, language, place.group(1))));
    return filled.getBytes(StandardCharsets.UTF_8);
  }

  private static String value(Properties texts, String language, String key) {
    if (key.equals("lang")) {
      return language;
    }
    if (key.equals("texts")) {
      var json = Json.object();
      texts.stringPropertyNames().forEach(name -> json.put(name, texts.getProperty(name)));
      return new String(Json.bytes(json), StandardCharsets.UTF_8).replace("<", "\\u003c");
    }
    var text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no text for " + key + " in " + language);
    }
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static Properties texts(String language) {
    var texts = new Properties();
    try (var in = open("texts_" + language + ".properties");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static byte[] bytes(String name) {
    try (var in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    var in = PhonePage.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the page's file " + name + " is missing");
    }
    return in;
  }
}
