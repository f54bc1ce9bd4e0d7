package org.tulpar.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tulpar.channel.WebhookRequest;

/** The servlet's request; its body is left alone, which {@code getParameter} would not do. */
record ServletWebhook(HttpServletRequest request) implements WebhookRequest {

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  @Override
  public Optional<String> query(String name) {
    var query = request.getQueryString();
    if (query == null) {
      return Optional.empty();
    }
    for (var pair : query.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0 && name.equals(decoded(pair.substring(0, equals)))) {
        return Optional.ofNullable(decoded(pair.substring(equals + 1)));
      }
    }
    return Optional.empty();
  }

  /** Null when the text is no well-formed encoding. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
