package org.tulpar.integrations.evolution;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.wire.LineCall;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/** Evolution's calls that are about an instance itself. */
final class LineApi {

  private static final int NOT_FOUND = 404;

  private final LineCall calls;

  LineApi(OutboundClient http, GatewaySettings settings, WireJson json) {
    calls =
        new LineCall(
            http,
            settings,
            json,
            answer -> answer.status() == NOT_FOUND ? "unknown_instance" : "refused");
  }

  Wire call(ChannelAccess channel, String method, String group, String action, Object body)
      throws GatewayTrouble {
    return call(
        channel.apiUrl(), channel.apiKey(), method, body, group, action, channel.instance());
  }

  Wire call(URI gateway, String key, String method, Object body, String... path)
      throws GatewayTrouble {
    return calls.call(method, url(gateway, path), Map.of("apikey", key), body);
  }

  private static URI url(URI gateway, String... path) throws GatewayTrouble {
    try {
      return ApiAddress.under(gateway, path);
    } catch (URISyntaxException e) {
      throw new GatewayTrouble("unreachable", "no web address");
    }
  }
}
