package org.tulpar.integrations.whatsappcloud;

import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway.OutFile;
import org.tulpar.channel.ChannelGateway.Sign;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.channel.TemplateMessage;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.wire.FormPost;
import org.tulpar.integrations.wire.JsonPost;

/**
 * The Graph API's calls as they are. The channel's address names the version ({@code
 * https://graph.facebook.com/v23.0}), its instance is the number's id.
 */
final class CloudApi {

  private static final Pattern DIGITS = Pattern.compile("\\d{5,32}");

  private static final Set<String> WORDLESS = Set.of("audio", "sticker");

  private final JsonPost post;
  private final FormPost form;
  private final String name;

  CloudApi(JsonPost post, FormPost form) {
    this(post, form, null);
  }

  private CloudApi(JsonPost post, FormPost form, String name) {
    this.post = post;
    this.form = form;
    this.name = name;
  }

  /** The same calls, whose messages carry a name that Meta puts into their statuses. */
  CloudApi named(String message) {
    return new CloudApi(post, form, message);
  }

  private static String phone(ChannelAccess channel) throws URISyntaxException {
    if (!DIGITS.matcher(channel.instance()).matches()) {
      throw new URISyntaxException(channel.instance(), "no id of a number");
    }
    return channel.instance();
  }

  Exchange sendText(ChannelAccess channel, String address, String text, String quoted) {
    var body = message(address, "text");
    body.put("text", Map.of("preview_url", false, "body", text));
    return messages(channel, answering(quoted, body));
  }

  private static Map<String, Object> answering(String quoted, Map<String, Object> body) {
    if (quoted != null) {
      body.put("context", Map.of("message_id", quoted));
    }
    return body;
  }

  Exchange sendLocation(ChannelAccess channel, String address, Location place, String quoted) {
    var location = new LinkedHashMap<String, Object>();
    location.put("latitude", place.latitude());
    location.put("longitude", place.longitude());
    if (!place.text().isEmpty()) {
      location.put("name", place.text());
    }
    var body = message(address, "location");
    body.put("location", location);
    return messages(channel, answering(quoted, body));
  }

  Exchange sendContacts(ChannelAccess channel, String address, Contacts cards, String quoted) {
    var body = message(address, "contacts");
    body.put("contacts", cards.cards().stream().map(CloudApi::person).toList());
    return messages(channel, answering(quoted, body));
  }

  /** Meta wants a first name beside the whole one. */
  private static Map<String, Object> person(Card card) {
    return Map.of(
        "name",
        Map.of("formatted_name", card.name(), "first_name", card.name()),
        "phones",
        List.of(
            Map.of(
                "phone",
                card.phone(),
                "wa_id",
                card.phone().replaceAll("\\D", ""),
                "type",
                "CELL")));
  }

  Exchange sendQuestion(ChannelAccess channel, String address, Question question, String quoted) {
    var body = message(address, "interactive");
    body.put("interactive", Interactive.of(question));
    return messages(channel, answering(quoted, body));
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

  /** Gives a file to Meta, which names it; nothing is sent by that. */
  Exchange upload(ChannelAccess channel, OutFile file) {
    try {
      return form.to(
          ApiAddress.under(channel.apiUrl(), phone(channel), "media"),
          Map.of("Authorization", "Bearer " + channel.apiKey()),
          Map.of("messaging_product", "whatsapp", "type", file.contentType()),
          "file",
          file);
    } catch (URISyntaxException e) {
      return new Exchange.NotSent("bad_address", e);
    }
  }

  /**
   * @param kind Meta's word for what it is: image, video, audio, sticker or document
   * @param media the file's id at Meta
   */
  Exchange sendFile(
      ChannelAccess channel,
      String address,
      OutFile file,
      String kind,
      String media,
      String quoted) {
    var content = new LinkedHashMap<String, Object>();
    content.put("id", media);
    if (!file.caption().isEmpty() && !WORDLESS.contains(kind)) {
      content.put("caption", file.caption());
    }
    if (kind.equals("document")) {
      content.put("filename", file.name());
    }
    var body = message(address, kind);
    body.put(kind, content);
    return messages(channel, answering(quoted, body));
  }

  Exchange sendReaction(ChannelAccess channel, String address, Sign sign) {
    var body = message(address, "reaction");
    body.put("reaction", Map.of("message_id", sign.targetExternalId(), "emoji", sign.sign()));
    return messages(channel, body);
  }

  /** A number goes into {@code to}, a business-scoped id into {@code recipient}. */
  private Map<String, Object> message(String address, String type) {
    var body = new LinkedHashMap<String, Object>();
    body.put("messaging_product", "whatsapp");
    body.put("recipient_type", "individual");
    body.put(DIGITS.matcher(address).matches() ? "to" : "recipient", address);
    body.put("type", type);
    if (name != null) {
      body.put(StatusReader.OUR_NAME, name);
    }
    return body;
  }

  private Exchange messages(ChannelAccess channel, Map<String, Object> body) {
    try {
      var address = ApiAddress.under(channel.apiUrl(), phone(channel), "messages");
      return post.to(address, Map.of("Authorization", "Bearer " + channel.apiKey()), body);
    } catch (URISyntaxException e) {
      return new Exchange.NotSent("bad_address", e);
    }
  }
}
