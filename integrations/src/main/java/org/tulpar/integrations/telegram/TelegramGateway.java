package org.tulpar.integrations.telegram;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.function.LongFunction;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.channel.SendResult;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.FormPost;
import org.tulpar.integrations.wire.JsonPost;
import org.tulpar.integrations.wire.SendResults;
import org.tulpar.integrations.wire.WireJson;

/** Sends through Telegram: once per call, and never calls unsent what may have left. */
@ApplicationScoped
public class TelegramGateway implements ChannelGateway {

  private static final int LONGEST_TEXT = 1024 * 1024;
  private static final String CHAT = "-?\\d{1,18}";
  private static final int LARGEST_PHOTO = 10 * 1024 * 1024;
  private static final Set<String> PLAYED = Set.of("audio/mpeg", "audio/mp4");

  private final TelegramApi api;
  private final SendAnswers answers;

  /** For the container's proxy. */
  protected TelegramGateway() {
    api = null;
    answers = null;
  }

  @Inject
  public TelegramGateway(OutboundHttp http) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()));
  }

  TelegramGateway(OutboundClient http, GatewaySettings settings) {
    var json = new WireJson(LONGEST_TEXT);
    api = new TelegramApi(new JsonPost(http, settings, json), new FormPost(http, settings));
    answers = new SendAnswers(json);
  }

  @Override
  public ChannelType type() {
    return ChannelType.TELEGRAM;
  }

  @Override
  public SendResult sendText(
      ChannelAccess channel, String address, String text, String quotedExternalId) {
    return toChat(
        address, chat -> api.sendMessage(channel, chat, text, quoted(address, quotedExternalId)));
  }

  @Override
  public SendResult sendFile(
      ChannelAccess channel, String address, OutFile file, String quotedExternalId) {
    var way = Way.of(file);
    var quoted = quoted(address, quotedExternalId);
    return toChat(address, chat -> api.sendFile(channel, way.method, way.part, chat, file, quoted));
  }

  @Override
  public SendResult sendLocation(
      ChannelAccess channel, String address, Location place, String quotedExternalId) {
    return toChat(
        address, chat -> api.sendLocation(channel, chat, place, quoted(address, quotedExternalId)));
  }

  @Override
  public SendResult sendContacts(
      ChannelAccess channel, String address, Contacts cards, String quotedExternalId) {
    if (cards.cards().size() != 1) {
      return new SendResult.Rejected("bad_request", "Telegram takes one contact in a message");
    }
    var card = cards.cards().getFirst();
    return toChat(
        address, chat -> api.sendContact(channel, chat, card, quoted(address, quotedExternalId)));
  }

  /**
   * With a keyboard whose answers come back as plain texts. A button under the message would hang
   * on each press until somebody calls answerCallbackQuery, which nobody does between a webhook and
   * its processing. In a group the keyboard would open before everybody, and a bot hears there only
   * what is said to it: the answers are numbered instead.
   */
  @Override
  public SendResult sendQuestion(
      ChannelAccess channel, String address, Question question, String quotedExternalId) {
    if (address.startsWith("-")) {
      return sendText(channel, address, question.text(), quotedExternalId);
    }
    var quoted = quoted(address, quotedExternalId);
    return toChat(address, chat -> api.sendQuestion(channel, chat, question, quoted));
  }

  @Override
  public SendResult edit(ChannelAccess channel, String address, String externalId, String text) {
    var message = quoted(address, externalId);
    return message == null
        ? new SendResult.Rejected("message_gone", "no message of this chat")
        : SendResults.of(
            api.editMessageText(channel, Long.parseLong(address), message, text), answers::changed);
  }

  @Override
  public SendResult delete(ChannelAccess channel, String address, String externalId) {
    var message = quoted(address, externalId);
    return message == null
        ? new SendResult.Rejected("message_gone", "no message of this chat")
        : SendResults.of(
            api.deleteMessage(channel, Long.parseLong(address), message), answers::deleted);
  }

  private SendResult toChat(String address, LongFunction<Exchange> call) {
    return address.matches(CHAT)
        ? SendResults.of(call.apply(Long.parseLong(address)), answers::read)
        : new SendResult.Rejected("bad_recipient", "no chat of Telegram's");
  }

  @Override
  public SendResult react(ChannelAccess channel, String address, Sign sign) {
    var message = quoted(address, sign.targetExternalId());
    if (message == null) {
      return new SendResult.Rejected("bad_recipient", "no message of this chat");
    }
    return SendResults.of(
        api.setReaction(channel, Long.parseLong(address), message, plain(sign.sign())),
        answers::done);
  }

  /** Telegram knows the signs without the mark that asks for their coloured form. */
  private static String plain(String sign) {
    return sign.replace("\ufe0f", "");
  }

  /** How a file is sent, so that it is shown as what it is. */
  private enum Way {
    PHOTO("sendPhoto", "photo"),
    VIDEO("sendVideo", "video"),
    VOICE("sendVoice", "voice"),
    AUDIO("sendAudio", "audio"),
    STICKER("sendSticker", "sticker"),
    DOCUMENT("sendDocument", "document");

    private final String method;
    private final String part;

    Way(String method, String part) {
      this.method = method;
      this.part = part;
    }

    static Way of(OutFile file) {
      return switch (file.type()) {
        case IMAGE -> file.bytes().length > LARGEST_PHOTO ? DOCUMENT : PHOTO;
        case VIDEO -> VIDEO;
        case AUDIO -> file.voice() ? VOICE : PLAYED.contains(file.contentType()) ? AUDIO : DOCUMENT;
        case STICKER -> STICKER;
        case DOCUMENT -> DOCUMENT;
      };
    }
  }

  /** The number within the chat, or null when the message is not one of this chat. */
  private static Long quoted(String address, String externalId) {
    var prefix = address + ":";
    if (externalId == null || !address.matches(CHAT) || !externalId.startsWith(prefix)) {
      return null;
    }
    var number = externalId.substring(prefix.length());
    return number.matches("\\d{1,18}") ? Long.valueOf(number) : null;
  }

  @Override
  public Trace trace(ChannelAccess channel, String address, Wanted wanted, Instant notBefore) {
    return new Trace.Unreadable("Telegram shows a bot no history");
  }
}
