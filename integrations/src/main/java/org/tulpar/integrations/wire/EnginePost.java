package org.tulpar.integrations.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.translation.Translator.Translated;

/**
 * Asks a translation engine once. What any engine's trouble means in common is decided here; what
 * its own statuses mean, by the caller.
 */
public final class EnginePost {

  private static final int LONGEST_TEXT = 1024 * 1024;

  private final OutboundClient http;
  private final GatewaySettings settings;
  private final RetryAfter retryAfter;
  private final WireJson json = new WireJson(LONGEST_TEXT);
  private final JsonPost post;

  public EnginePost(OutboundClient http, GatewaySettings settings, Clock clock) {
    this.http = http;
    this.settings = settings;
    this.retryAfter = new RetryAfter(clock);
    this.post = new JsonPost(http, settings, json);
  }

  /** What the engine answered, or why there is nothing. */
  public sealed interface Reply {

    record Told(Wire body) implements Reply {}

    /**
     * @param body what it said about it, as text
     */
    record Problem(int status, String body, Translated.Failure usual) implements Reply {}

    record Silent(Translated.Failure failure) implements Reply {}
  }

  /** Posts to the address under the base. */
  public Reply post(URI base, String path, Map<String, String> headers, Map<String, Object> body) {
    return at(base, path, address -> post.to(address, headers, body));
  }

  public Reply get(URI base, String path, Map<String, String> headers) {
    return at(
        base,
        path,
        address -> {
          HttpUriRequestBase request = new HttpGet(address);
          headers.forEach(request::setHeader);
          return http.exchange(request, settings.timeout());
        });
  }

  private Reply at(URI base, String path, Function<URI, Exchange> call) {
    try {
      return reply(call.apply(ApiAddress.under(base, path.split("/", -1))));
    } catch (URISyntaxException e) {
      return new Reply.Silent(new Translated.Refused("bad_address"));
    }
  }

  private Reply reply(Exchange exchange) {
    return switch (exchange) {
      case Exchange.Answered a when a.successful() -> told(a);
      case Exchange.Answered a -> new Reply.Problem(a.status(), a.text(), usual(a));
      case Exchange.NotSent e when "forbidden_address".equals(e.code()) ->
          new Reply.Silent(new Translated.Refused("bad_address"));
      case Exchange.NotSent e -> new Reply.Silent(new Translated.Unavailable("unreachable"));
      case Exchange.Unclear e -> new Reply.Silent(new Translated.Unavailable("unreachable"));
    };
  }

  private Reply told(Exchange.Answered answer) {
    try {
      return new Reply.Told(json.read(answer.text()));
    } catch (JsonProcessingException e) {
      return new Reply.Silent(new Translated.Unavailable("unreadable"));
    }
  }

  private Translated.Failure usual(Exchange.Answered answer) {
    return switch (answer.status()) {
      case 401, 403 -> new Translated.Denied();
      case 429 -> new Translated.Busy(retryAfter.read(answer.retryAfter()));
      case 408 -> new Translated.Unavailable("unreachable");
      case 413 -> new Translated.Refused("too_long");
      default ->
          answer.status() >= 500
              ? new Translated.Unavailable("unreachable")
              : new Translated.Refused("refused");
    };
  }
}
