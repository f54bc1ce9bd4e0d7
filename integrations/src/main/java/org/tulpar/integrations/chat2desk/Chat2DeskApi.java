package org.tulpar.integrations.chat2desk;

import java.net.URI;
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
    return send(channel, to, text, null);
  }

  /**
   * Chat2Desk takes no bytes: it fetches the file itself.
   *
   * @param file where
   */
  Exchange sendFile(ChannelAccess channel, Address to, String caption, URI file) {
    return send(channel, to, caption, file);
  }

  private Exchange send(ChannelAccess channel, Address to, String text, URI file) {
    var body = new LinkedHashMap<String, Object>();
    body.put("client_id", to.client());
    if (!text.isEmpty()) {
      body.put("text", text);
    }
    if (file != null) {
      body.put("attachment", file.toString());
    }
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
