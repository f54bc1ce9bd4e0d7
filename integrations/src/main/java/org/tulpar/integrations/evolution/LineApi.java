package org.tulpar.integrations.evolution;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/**
 * Calls that are about an instance itself: an answer with 2xx and JSON, or {@link GatewayTrouble}.
 */
final class LineApi {

  private static final int NOT_FOUND = 404;
  private static final int LONGEST_DETAIL = 200;

  private final OutboundClient http;
  private final GatewaySettings settings;
  private final WireJson json;

  LineApi(OutboundClient http, GatewaySettings settings, WireJson json) {
    this.http = http;
    this.settings = settings;
    this.json = json;
  }

  Wire call(ChannelAccess channel, String method, String group, String action, Object body)
      throws GatewayTrouble {
    return call(
        channel.apiUrl(), channel.apiKey(), method, body, group, action, channel.instance());
  }

  Wire call(URI gateway, String key, String method, Object body, String... path)
      throws GatewayTrouble {
    var request = new HttpUriRequestBase(method, url(gateway, path));
    request.setHeader("apikey", key);
    if (body != null) {
      request.setEntity(new StringEntity(json.write(body), ContentType.APPLICATION_JSON));
    }
    return switch (http.exchange(request, settings.timeout())) {
      case Exchange.Answered a when a.successful() -> read(a.text());
      case Exchange.Answered a when a.status() == NOT_FOUND ->
          throw new GatewayTrouble("unknown_instance", cut(a.text()));
      case Exchange.Answered a ->
          throw new GatewayTrouble("refused", a.status() + " " + cut(a.text()));
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

  private static URI url(URI gateway, String... path) throws GatewayTrouble {
    try {
      return ApiAddress.under(gateway, path);
    } catch (URISyntaxException e) {
      throw new GatewayTrouble("unreachable", "no web address");
    }
  }
}
