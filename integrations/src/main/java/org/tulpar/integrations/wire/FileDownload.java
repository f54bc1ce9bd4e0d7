package org.tulpar.integrations.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.media.MediaSource.Fetched;
import org.tulpar.media.MediaSource.Fetched.Missing;

/** Fetches a file, or the answer that tells where the file is, within the operator's limits. */
public final class FileDownload {

  private final OutboundClient http;
  private final GatewaySettings settings;
  private final WireJson json;

  public FileDownload(OutboundClient http, GatewaySettings settings, WireJson json) {
    this.http = http;
    this.settings = settings;
    this.json = json;
  }

  /** The file at an address. */
  public Fetched file(URI address, Map<String, String> headers, int mostBytes) {
    return fetched(
        http.exchange(request(address, headers), settings.fileTimeout(), mostBytes),
        answer ->
            answer.body().length == 0
                ? new Missing("unreadable", "an empty file", false)
                : new Fetched.Found(answer.body(), null));
  }

  /** What an answer in JSON leads to. */
  public Fetched told(URI address, Map<String, String> headers, Function<Wire, Fetched> next) {
    return fetched(
        http.exchange(request(address, headers), settings.timeout()),
        answer -> {
          try {
            return next.apply(json.read(answer.text()));
          } catch (JsonProcessingException e) {
            return new Missing("unreadable", e.getOriginalMessage(), false);
          }
        });
  }

  private static HttpUriRequestBase request(URI address, Map<String, String> headers) {
    var request = new HttpGet(address);
    headers.forEach(request::setHeader);
    return request;
  }

  private static Fetched fetched(Exchange exchange, Function<Exchange.Answered, Fetched> found) {
    return switch (exchange) {
      case Exchange.Answered answer when answer.successful() -> found.apply(answer);
      case Exchange.Answered answer ->
          new Missing("gateway_refused", answer.status() + "", answer.status() == 404);
      case Exchange.NotSent e -> new Missing(e.code(), e.cause().getMessage(), false);
      case Exchange.Unclear e when e.code().equals("answer_too_long") ->
          new Missing("too_large", e.cause().getMessage(), true);
      case Exchange.Unclear e -> new Missing(e.code(), e.cause().getMessage(), false);
    };
  }
}
