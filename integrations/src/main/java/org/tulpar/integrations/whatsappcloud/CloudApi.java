package org.tulpar.integrations.whatsappcloud;

import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.TemplateMessage;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.wire.JsonPost;

/**
 * The Graph API's calls as they are. The channel's address names the version ({@code
 * https://graph.facebook.com/v23.0}), its instance is the number's id.
 */
final class CloudApi {

  private static final Pattern DIGITS = Pattern.compile("\\d{5,32}");

  private final JsonPost post;

  CloudApi(JsonPost post) {
    this.post = post;
  }

  Exchange sendText(ChannelAccess channel, String address, String text, String quoted) {
    var body = message(address, "text");
    body.put("text", Map.of("preview_url", false, "body", text));
    if (quoted != null) {
      body.put("context", Map.of("message_id", quoted));
    }
    return messages(channel, body);
  }

  Exchange sendTemplate(ChannelAccess channel, String address, TemplateMessage template) {
    var parameters =
        template.parameters().stream()
            .map(value -> Map.<String, Object>of("type", "text", "text", value))
            .toList();
    var call = new LinkedHashMap<String, Object>();
    call.put("name", template.name());
    call.put("language", Map.of("code", template.language()));
    if (!parameters.isEmpty()) {
      call.put("components", List.of(Map.of("type", "body", "parameters", parameters)));
    }
    var body = message(address, "template");
    body.put("template", call);
    return messages(channel, body);
  }

  /** A number goes into {@code to}, a business-scoped id into {@code recipient}. */
  private static Map<String, Object> message(String address, String type) {
    var body = new LinkedHashMap<String, Object>();
    body.put("messaging_product", "whatsapp");
    body.put("recipient_type", "individual");
    body.put(DIGITS.matcher(address).matches() ? "to" : "recipient", address);
    body.put("type", type);
    return body;
  }

  private Exchange messages(ChannelAccess channel, Map<String, Object> body) {
    try {
      if (!DIGITS.matcher(channel.instance()).matches()) {
        throw new URISyntaxException(channel.instance(), "no id of a number");
      }
      var address = ApiAddress.under(channel.apiUrl(), channel.instance(), "messages");
      return post.to(address, Map.of("Authorization", "Bearer " + channel.apiKey()), body);
    } catch (URISyntaxException e) {
      return new Exchange.NotSent("bad_address", e);
    }
  }
}
