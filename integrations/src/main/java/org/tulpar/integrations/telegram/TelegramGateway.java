package org.tulpar.integrations.telegram;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.SendResult;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.JsonPost;
import org.tulpar.integrations.wire.SendResults;
import org.tulpar.integrations.wire.WireJson;

/** Sends through Telegram: once per call, and never calls unsent what may have left. */
@ApplicationScoped
public class TelegramGateway implements ChannelGateway {

  private static final int LONGEST_TEXT = 1024 * 1024;

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
    api = new TelegramApi(new JsonPost(http, settings, json));
    answers = new SendAnswers(json);
  }

  @Override
  public ChannelType type() {
    return ChannelType.TELEGRAM;
  }

  @Override
  public SendResult sendText(
      ChannelAccess channel, String address, String text, String quotedExternalId) {
    if (!address.matches("-?\\d{1,18}")) {
      return new SendResult.Rejected("bad_recipient", "no chat of Telegram's");
    }
    var chat = Long.parseLong(address);
    return SendResults.of(
        api.sendMessage(channel, chat, text, quoted(address, quotedExternalId)), answers::read);
  }

  /** The number within the chat, or null when the message is not one of this chat. */
  private static Long quoted(String address, String externalId) {
    var prefix = address + ":";
    if (externalId == null || !externalId.startsWith(prefix)) {
      return null;
    }
    var number = externalId.substring(prefix.length());
    return number.matches("\\d{1,18}") ? Long.valueOf(number) : null;
  }

  @Override
  public Trace trace(ChannelAccess channel, String address, String text, Instant notBefore) {
    return new Trace.Unreadable("Telegram shows a bot no history");
  }
}
