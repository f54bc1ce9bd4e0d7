package org.tulpar.integrations.wire;

import java.net.URI;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;

/** Posts a JSON body once, within the operator's time limit for messengers. */
public final class JsonPost {

  private final OutboundClient http;
  private final GatewaySettings settings;
  private final WireJson json;

  public JsonPost(OutboundClient http, GatewaySettings settings, WireJson json) {
    this.http = http;
    this.settings = settings;
    this.json = json;
  }

  public Exchange to(URI address, Map<String, String> headers, Map<String, Object> body) {
    var request = new HttpPost(address);
    headers.forEach(request::setHeader);
    request.setEntity(new StringEntity(json.write(body), ContentType.APPLICATION_JSON));
    return http.exchange(request, settings.timeout());
  }
}
