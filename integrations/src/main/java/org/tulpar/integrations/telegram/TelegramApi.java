package org.tulpar.integrations.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.wire.JsonPost;

/** The Bot API's calls as they are; what an answer means is decided by the caller. */
final class TelegramApi {

  /** A bot's number and its secret. */
  private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[\\w-]{1,200}");

  private final JsonPost post;

  TelegramApi(JsonPost post) {
    this.post = post;
  }

  /**
   * @param quoted the number of the message that this one answers, or null
   */
  Exchange sendMessage(ChannelAccess channel, long chat, String text, Long quoted) {
    var body = new LinkedHashMap<String, Object>();
    body.put("chat_id", chat);
    body.put("text", text);
    if (quoted != null) {
      // Else a message that was deleted meanwhile would refuse its answer.
      body.put(
          "reply_parameters", Map.of("message_id", quoted, "allow_sending_without_reply", true));
    }
    return call(channel, "sendMessage", body);
  }

  /** The token stands in the path: an address of this API is never logged. */
  private Exchange call(ChannelAccess channel, String method, Map<String, Object> body) {
    try {
      if (!TOKEN.matcher(channel.apiKey()).matches()) {
        throw new URISyntaxException("bot…", "the channel's credential is no token of Telegram's");
      }
      // As Telegram writes it: the colon of the token is not escaped.
      var address = ApiAddress.under(channel.apiUrl(), "bot") + channel.apiKey() + "/" + method;
      return post.to(new URI(address), Map.of(), body);
    } catch (URISyntaxException e) {
      return new Exchange.NotSent("bad_address", e);
    }
  }
}
