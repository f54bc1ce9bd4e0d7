package org.tulpar.integrations.chat2desk;

import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.wire.JsonPost;

/** Chat2Desk's calls as they are; the token stands alone in its header, without a scheme. */
final class Chat2DeskApi {

  private final JsonPost post;

  Chat2DeskApi(JsonPost post) {
    this.post = post;
  }

  Exchange sendText(ChannelAccess channel, Address to, String text) {
    var body = new LinkedHashMap<String, Object>();
    body.put("client_id", to.client());
    body.put("text", text);
    body.put("type", "to_client");
    body.put("transport", to.transport());
    if (channel.instance().matches("\\d{1,18}")) {
      body.put("channel_id", Long.valueOf(channel.instance()));
    }
    // Else every message of the bot would open a dialog for Chat2Desk's operators.
    body.put("open_dialog", false);
    try {
      var address = ApiAddress.under(channel.apiUrl(), "v1", "messages");
      return post.to(address, Map.of("Authorization", channel.apiKey()), body);
    } catch (URISyntaxException e) {
      return new Exchange.NotSent("bad_address", e);
    }
  }
}
