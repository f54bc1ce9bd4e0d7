package org.tulpar.integrations.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hc.core5.net.URIBuilder;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway.OutFile;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.wire.FormPost;
import org.tulpar.integrations.wire.JsonPost;

/** The Bot API's calls as they are; what an answer means is decided by the caller. */
final class TelegramApi {

  /** A bot's number and its secret. */
  private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[\\w-]{1,200}");

  private final JsonPost post;
  private final FormPost form;

  TelegramApi(JsonPost post, FormPost form) {
    this.post = post;
    this.form = form;
  }

  /**
   * @param quoted the number of the message that this one answers, or null
   */
  Exchange sendMessage(ChannelAccess channel, long chat, String text, Long quoted) {
    var body = addressed(chat, quoted);
    body.put("text", text);
    return call(channel, "sendMessage", body);
  }

  private static Map<String, Object> addressed(long chat, Long quoted) {
    var body = new LinkedHashMap<String, Object>();
    body.put("chat_id", chat);
    if (quoted != null) {
      // Else a message that was deleted meanwhile would refuse its answer.
      body.put(
          "reply_parameters", Map.of("message_id", quoted, "allow_sending_without_reply", true));
    }
    return body;
  }

  /** A place with a name goes as a venue, whose address must not be empty: it is where it lies. */
  Exchange sendLocation(ChannelAccess channel, long chat, Location place, Long quoted) {
    var body = addressed(chat, quoted);
    body.put("latitude", place.latitude());
    body.put("longitude", place.longitude());
    if (place.text().isEmpty()) {
      return call(channel, "sendLocation", body);
    }
    body.put("title", place.text());
    body.put(
        "address", String.format(Locale.ROOT, "%.6f, %.6f", place.latitude(), place.longitude()));
    return call(channel, "sendVenue", body);
  }

  Exchange sendContact(ChannelAccess channel, long chat, Card card, Long quoted) {
    var body = addressed(chat, quoted);
    body.put("phone_number", card.phone());
    body.put("first_name", card.name());
    return call(channel, "sendContact", body);
  }

  /** The keyboard gives way to the usual one once an answer was pressed. */
  Exchange sendQuestion(ChannelAccess channel, long chat, Question question, Long quoted) {
    var rows = question.answers().stream().map(answer -> List.of(Map.of("text", answer))).toList();
    var body = addressed(chat, quoted);
    body.put("text", question.question());
    body.put(
        "reply_markup",
        Map.of("keyboard", rows, "one_time_keyboard", true, "resize_keyboard", true));
    return call(channel, "sendMessage", body);
  }

  Exchange editMessageText(ChannelAccess channel, long chat, long message, String text) {
    var body = addressed(chat, null);
    body.put("message_id", message);
    body.put("text", text);
    return call(channel, "editMessageText", body);
  }

  Exchange deleteMessage(ChannelAccess channel, long chat, long message) {
    return call(channel, "deleteMessage", Map.of("chat_id", chat, "message_id", message));
  }

  /**
   * @param part what the method calls the file
   */
  Exchange sendFile(
      ChannelAccess channel, String method, String part, long chat, OutFile file, Long quoted) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("chat_id", Long.toString(chat));
    if (!file.caption().isEmpty()) {
      fields.put("caption", file.caption());
    }
    if (quoted != null) {
      fields.put(
          "reply_parameters",
          "{\"message_id\":%d,\"allow_sending_without_reply\":true}".formatted(quoted));
    }
    try {
      return form.to(address(channel, method), Map.of(), fields, part, file);
    } catch (URISyntaxException e) {
      return new Exchange.NotSent("bad_address", e);
    }
  }

  /**
   * @param sign empty to take it back
   */
  Exchange setReaction(ChannelAccess channel, long chat, long message, String sign) {
    var body = new LinkedHashMap<String, Object>();
    body.put("chat_id", chat);
    body.put("message_id", message);
    body.put(
        "reaction", sign.isEmpty() ? List.of() : List.of(Map.of("type", "emoji", "emoji", sign)));
    return call(channel, "setMessageReaction", body);
  }

  private static URI address(ChannelAccess channel, String method) throws URISyntaxException {
    return address(channel.apiUrl(), channel.apiKey(), method);
  }

  /** The address of a call of the bot that this token opens. */
  static URI address(URI api, String token, String method) throws URISyntaxException {
    return under(api, token, "/" + method, "bot");
  }

  /** The address of a call with one parameter. */
  static URI address(ChannelAccess channel, String method, String parameter, String value)
      throws URISyntaxException {
    return new URIBuilder(address(channel, method)).addParameter(parameter, value).build();
  }

  /** The address of a file. */
  static URI file(ChannelAccess channel, String path) throws URISyntaxException {
    return under(channel.apiUrl(), channel.apiKey(), "/" + path, "file", "bot");
  }

  /** As Telegram writes it: the colon of the token is not escaped. */
  private static URI under(URI api, String token, String rest, String... segments)
      throws URISyntaxException {
    if (!TOKEN.matcher(token).matches()) {
      throw new URISyntaxException("bot…", "the channel's credential is no token of Telegram's");
    }
    return new URI(ApiAddress.under(api, segments) + token + rest);
  }

  /** The token stands in the path: an address of this API is never logged. */
  private Exchange call(ChannelAccess channel, String method, Map<String, Object> body) {
    try {
      return post.to(address(channel, method), Map.of(), body);
    } catch (URISyntaxException e) {
      return new Exchange.NotSent("bad_address", e);
    }
  }
}
