package org.tulpar.integrations.evolution;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway.OutFile;
import org.tulpar.channel.ChannelGateway.Sign;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.wire.WireJson;

/** Evolution's REST calls as they are; what an answer means is decided by the caller. */
final class EvolutionApi {

  private final OutboundClient http;
  private final GatewaySettings settings;
  private final WireJson json;

  EvolutionApi(OutboundClient http, GatewaySettings settings, WireJson json) {
    this.http = http;
    this.settings = settings;
    this.json = json;
  }

  Exchange sendText(ChannelAccess channel, String number, String text, String quotedId) {
    var body = addressed(number, quotedId);
    body.put("text", text);
    return post(channel, "message", "sendText", body);
  }

  /** A picture, a film, a document, or sound as a file. */
  Exchange sendMedia(ChannelAccess channel, String number, OutFile file, String quotedId) {
    var body = addressed(number, quotedId);
    body.put("mediatype", file.type().name().toLowerCase(Locale.ROOT));
    body.put("mimetype", file.contentType());
    body.put("caption", file.caption());
    body.put("fileName", file.name());
    body.put("media", base64(file));
    return file(channel, "sendMedia", body);
  }

  /** Sound as if it was recorded in the messenger. */
  Exchange sendVoice(ChannelAccess channel, String number, OutFile file, String quotedId) {
    var body = addressed(number, quotedId);
    body.put("audio", base64(file));
    return file(channel, "sendWhatsAppAudio", body);
  }

  /** A picture that stands for words; its format is the sender's affair. */
  Exchange sendSticker(ChannelAccess channel, String number, OutFile file, String quotedId) {
    var body = addressed(number, quotedId);
    body.put("sticker", base64(file));
    return file(channel, "sendSticker", body);
  }

  /** An empty name is refused, so that it is left out. */
  Exchange sendLocation(ChannelAccess channel, String number, Location place, String quotedId) {
    var body = addressed(number, quotedId);
    body.put("latitude", place.latitude());
    body.put("longitude", place.longitude());
    if (!place.text().isEmpty()) {
      body.put("name", place.text());
    }
    return post(channel, "message", "sendLocation", body);
  }

  Exchange sendContacts(ChannelAccess channel, String number, Contacts cards) {
    var people =
        cards.cards().stream()
            .map(
                card ->
                    Map.of(
                        "fullName",
                        card.name(),
                        "wuid",
                        card.phone().replaceAll("\\D", ""),
                        "phoneNumber",
                        card.phone()))
            .toList();
    return post(channel, "message", "sendContact", Map.of("number", number, "contact", people));
  }

  Exchange updateMessage(ChannelAccess channel, Jid chat, String id, String text) {
    var key = Map.of("id", id, "remoteJid", chat.value(), "fromMe", true);
    return post(
        channel,
        "chat",
        "updateMessage",
        Map.of("number", chat.number(), "key", key, "text", text));
  }

  Exchange deleteMessage(ChannelAccess channel, String remoteJid, String id) {
    Map<String, Object> body = Map.of("id", id, "remoteJid", remoteJid, "fromMe", true);
    return call(
        "DELETE",
        channel,
        "chat",
        "deleteMessageForEveryone",
        body,
        settings.timeout(),
        http.maxAnswerBytes());
  }

  Exchange sendReaction(ChannelAccess channel, String remoteJid, Sign sign) {
    var key = Map.of("remoteJid", remoteJid, "fromMe", sign.ours(), "id", sign.targetExternalId());
    return post(channel, "message", "sendReaction", Map.of("key", key, "reaction", sign.sign()));
  }

  private Exchange file(ChannelAccess channel, String call, Map<String, Object> body) {
    return post(channel, "message", call, body, settings.fileTimeout(), http.maxAnswerBytes());
  }

  private static Map<String, Object> addressed(String number, String quotedId) {
    var body = new LinkedHashMap<String, Object>();
    body.put("number", number);
    if (quotedId != null) {
      body.put("quoted", Map.of("key", Map.of("id", quotedId)));
    }
    return body;
  }

  private static String base64(OutFile file) {
    return Base64.getEncoder().encodeToString(file.bytes());
  }

  /**
   * Our messages in a chat, newest first.
   *
   * @param page from 1
   */
  Exchange ownMessages(ChannelAccess channel, String remoteJid, int page, int pageSize) {
    return messages(channel, Map.of("remoteJid", remoteJid, "fromMe", true), page, pageSize);
  }

  /** The youngest message of a chat, whoever wrote it. */
  Exchange lastMessage(ChannelAccess channel, String remoteJid) {
    return messages(channel, Map.of("remoteJid", remoteJid), 1, 1);
  }

  private Exchange messages(
      ChannelAccess channel, Map<String, Object> key, int page, int pageSize) {
    return post(
        channel,
        "chat",
        "findMessages",
        Map.of("where", Map.of("key", key), "page", page, "offset", pageSize));
  }

  /** The file of a message, decrypted by Evolution, as base64 inside of the answer. */
  Exchange file(ChannelAccess channel, String messageId, int maxBytes) {
    var message = Map.of("key", Map.of("id", messageId));
    Map<String, Object> body = Map.of("message", message, "convertToMp4", false);
    return post(
        channel, "chat", "getBase64FromMediaMessage", body, settings.fileTimeout(), maxBytes);
  }

  /** A file that is offered openly. */
  Exchange download(URI address, int maxBytes) {
    return http.exchange(new HttpGet(address), settings.fileTimeout(), maxBytes);
  }

  private Exchange post(
      ChannelAccess channel, String group, String action, Map<String, Object> body) {
    return post(channel, group, action, body, settings.timeout(), http.maxAnswerBytes());
  }

  private Exchange post(
      ChannelAccess channel,
      String group,
      String action,
      Map<String, Object> body,
      Duration timeout,
      int maxBytes) {
    return call("POST", channel, group, action, body, timeout, maxBytes);
  }

  private Exchange call(
      String method,
      ChannelAccess channel,
      String group,
      String action,
      Map<String, Object> body,
      Duration timeout,
      int maxBytes) {
    try {
      var request = new HttpUriRequestBase(method, url(channel, group, action));
      request.setHeader("apikey", channel.apiKey());
      request.setEntity(new StringEntity(json.write(body), ContentType.APPLICATION_JSON));
      return http.exchange(request, timeout, maxBytes);
    } catch (URISyntaxException e) {
      return new Exchange.NotSent("bad_address", e);
    }
  }

  private static URI url(ChannelAccess channel, String group, String action)
      throws URISyntaxException {
    if (channel.instance().matches("\\.*")) {
      throw new URISyntaxException(channel.instance(), "no name of an instance");
    }
    return ApiAddress.under(channel.apiUrl(), group, action, channel.instance());
  }
}
