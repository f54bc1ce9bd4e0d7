package org.tulpar.integrations.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;

/** Calls that are about a line itself: an answer with 2xx and JSON, or {@link GatewayTrouble}. */
public final class LineCall {

  private static final int LONGEST_DETAIL = 200;

  private final OutboundClient http;
  private final GatewaySettings settings;
  private final WireJson json;
  private final Function<Exchange.Answered, String> codes;

  /**
   * @param codes what an answer without success means, as the code of {@link GatewayTrouble}
   */
  public LineCall(
      OutboundClient http,
      GatewaySettings settings,
      WireJson json,
      Function<Exchange.Answered, String> codes) {
    this.http = http;
    this.settings = settings;
    this.json = json;
    this.codes = codes;
  }

  /**
   * @param body null for none
   */
  public Wire call(String method, URI address, Map<String, String> headers, Object body)
      throws GatewayTrouble {
    var request = new HttpUriRequestBase(method, address);
    headers.forEach(request::setHeader);
    if (body != null) {
      request.setEntity(new StringEntity(json.write(body), ContentType.APPLICATION_JSON));
    }
    return switch (http.exchange(request, settings.timeout())) {
      case Exchange.Answered a when a.successful() -> read(a.text());
      case Exchange.Answered a ->
          throw new GatewayTrouble(codes.apply(a), a.status() + " " + cut(a.text()));
      case Exchange.NotSent e -> throw new GatewayTrouble("unreachable", e.code());
      case Exchange.Unclear e -> throw new GatewayTrouble("unreachable", e.code());
    };
  }

  private Wire read(String text) throws GatewayTrouble {
    try {
      return json.read(text.isBlank() ? "null" : text);
    } catch (JsonProcessingException e) {
      throw new GatewayTrouble("unreadable", "not JSON");
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_DETAIL));
  }
}
