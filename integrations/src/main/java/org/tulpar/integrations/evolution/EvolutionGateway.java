package org.tulpar.integrations.evolution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.SendResult;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.SendResults;
import org.tulpar.integrations.wire.WireJson;

/**
 * Sends through Evolution API: once per call, and never calls unsent what may have left.
 *
 * <p>A question goes out as a text that numbers its answers. On a line of WhatsApp Web Evolution
 * wraps buttons into a view-once interactive message and answers 201 with status PENDING whatever
 * becomes of it; phones that are not on the official API show nothing of it (evolution-api #2404),
 * and lists in WhatsApp Web alone (#1698). On a WhatsApp Business line Evolution leaves the words
 * of the question out, and drops the id of what is pressed.
 */
@ApplicationScoped
public class EvolutionGateway implements ChannelGateway {

  private static final int LONGEST_TEXT = 4 * 1024 * 1024;

  private final EvolutionApi api;
  private final SendAnswers answers;
  private final History history;

  /** For the container's proxy. */
  protected EvolutionGateway() {
    api = null;
    answers = null;
    history = null;
  }

  @Inject
  public EvolutionGateway(OutboundHttp http, Clock clock) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()), clock);
  }

  EvolutionGateway(OutboundClient http, GatewaySettings settings, Clock clock) {
    var json = new WireJson(LONGEST_TEXT);
    api = new EvolutionApi(http, settings, json);
    answers = new SendAnswers(json, clock);
    history = new History(api, json, new MessageReader(clock, new ContentReader(json)));
  }

  @Override
  public ChannelType type() {
    return ChannelType.EVOLUTION;
  }

  @Override
  public SendResult sendText(
      ChannelAccess channel, String address, String text, String quotedExternalId) {
    return toChat(
        address,
        chat -> api.sendText(channel, chat.number(), text, quotedExternalId),
        answers::read);
  }

  @Override
  public SendResult sendFile(
      ChannelAccess channel, String address, OutFile file, String quotedExternalId) {
    return toChat(
        address,
        chat ->
            switch (file.type()) {
              case STICKER -> api.sendSticker(channel, chat.number(), file, quotedExternalId);
              case IMAGE, VIDEO, AUDIO, DOCUMENT ->
                  file.voice()
                      ? api.sendVoice(channel, chat.number(), file, quotedExternalId)
                      : api.sendMedia(channel, chat.number(), file, quotedExternalId);
            },
        answers::read);
  }

  @Override
  public SendResult sendLocation(
      ChannelAccess channel, String address, Location place, String quotedExternalId) {
    return toChat(
        address,
        chat -> api.sendLocation(channel, chat.number(), place, quotedExternalId),
        answers::read);
  }

  /** Evolution knows no answer by a contact: what is quoted is left out. */
  @Override
  public SendResult sendContacts(
      ChannelAccess channel, String address, Contacts cards, String quotedExternalId) {
    return toChat(address, chat -> api.sendContacts(channel, chat.number(), cards), answers::read);
  }

  @Override
  public SendResult edit(ChannelAccess channel, String address, String externalId, String text) {
    return toChat(
        address, chat -> api.updateMessage(channel, chat, externalId, text), answers::changed);
  }

  @Override
  public SendResult delete(ChannelAccess channel, String address, String externalId) {
    return toChat(
        address, chat -> api.deleteMessage(channel, chat.value(), externalId), answers::changed);
  }

  private static SendResult toChat(
      String address,
      Function<Jid, Exchange> call,
      Function<Exchange.Answered, SendResult> meaning) {
    var chat = Jid.of(address);
    return chat == null
        ? new SendResult.Rejected("bad_recipient", "no address")
        : SendResults.of(call.apply(chat), meaning);
  }

  @Override
  public SendResult react(ChannelAccess channel, String address, Sign sign) {
    return toChat(address, chat -> api.sendReaction(channel, chat.value(), sign), answers::read);
  }

  @Override
  public Trace trace(ChannelAccess channel, String address, Wanted wanted, Instant notBefore) {
    var chat = Jid.of(address);
    return chat == null
        ? new Trace.Unreadable("no address")
        : history.find(channel, chat, wanted, notBefore);
  }
}
