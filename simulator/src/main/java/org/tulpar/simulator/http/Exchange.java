package org.tulpar.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** One request and its single answer; the body is read once and never beyond the limit. */
public final class Exchange {

  /** Largest body accepted, in bytes: room for a file of 16 MB in base64. */
  public static final int MAX_BODY = 24 * 1024 * 1024;

  private final HttpExchange exchange;
  private final Map<String, String> variables;
  private byte[] body;

  Exchange(HttpExchange exchange, Map<String, String> variables) {
    this.exchange = exchange;
    this.variables = variables;
  }

  /** A variable of the route's pattern, decoded. */
  public String variable(String name) {
    return variables.get(name);
  }

  public String path() {
    return exchange.getRequestURI().getPath();
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** The first value of a query parameter, decoded. */
  public Optional<String> query(String name) {
    var query = exchange.getRequestURI().getRawQuery();
    if (query == null) {
      return Optional.empty();
    }
    for (var pair : query.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).equals(name)) {
        return Optional.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /** A cookie's value; the page keeps language and theme there. */
  public Optional<String> cookie(String name) {
    for (var pair : header("Cookie").orElse("").split(";", -1)) {
      var parts = pair.trim().split("=", 2);
      if (parts.length == 2 && parts[0].equals(name)) {
        return Optional.of(parts[1]);
      }
    }
    return Optional.empty();
  }

  public byte[] body() throws IOException {
    if (body == null) {
      var read = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
      if (read.length > MAX_BODY) {
        throw new BodyTooLarge();
      }
      body = read;
    }
    return body.clone();
  }

  public JsonNode json() throws IOException, MalformedJson {
    return Json.parse(body());
  }

  public void set(String header, String value) {
    exchange.getResponseHeaders().set(header, value);
  }

  public void answer(int status, JsonNode node) throws IOException {
    answer(status, "application/json; charset=utf-8", Json.bytes(node));
  }

  public void answer(int status, String type, byte[] bytes) throws IOException {
    set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
    exchange.close();
  }

  /** Starts an answer of unknown length; the caller closes the stream. */
  public OutputStream stream(String type) throws IOException {
    set("Content-Type", type);
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  /** Closes the connection; before an answer began the caller sees a broken connection. */
  public void hangUp() {
    exchange.close();
  }
}
