package org.tulpar.integrations.chat2desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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

/**
 * Sends through Chat2Desk: once per call, and never calls unsent what may have left. What we know
 * of its API tells of no keyboard: a question goes out as a text that numbers its answers.
 */
@ApplicationScoped
public class Chat2DeskGateway implements ChannelGateway {

  private static final int LONGEST_TEXT = 1024 * 1024;

  private final Chat2DeskApi api;
  private final SendAnswers answers;

  /** For the container's proxy. */
  protected Chat2DeskGateway() {
    api = null;
    answers = null;
  }

  @Inject
  public Chat2DeskGateway(OutboundHttp http, Clock clock) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()), clock);
  }

  Chat2DeskGateway(OutboundClient http, GatewaySettings settings, Clock clock) {
    var json = new WireJson(LONGEST_TEXT);
    api = new Chat2DeskApi(new JsonPost(http, settings, json));
    answers = new SendAnswers(json, clock);
  }

  @Override
  public ChannelType type() {
    return ChannelType.CHAT2DESK;
  }

  /** Chat2Desk knows no answer to a certain message: what is quoted is left out. */
  @Override
  public SendResult sendText(
      ChannelAccess channel, String address, String text, String quotedExternalId) {
    var client = Address.of(address);
    if (client == null) {
      return new SendResult.Rejected("bad_recipient", "no client of Chat2Desk's");
    }
    return SendResults.of(api.sendText(channel, client, text), answers::read);
  }

  @Override
  public SendResult sendFile(
      ChannelAccess channel, String address, OutFile file, String quotedExternalId) {
    var client = Address.of(address);
    if (client == null) {
      return new SendResult.Rejected("bad_recipient", "no client of Chat2Desk's");
    }
    return SendResults.of(
        api.sendFile(channel, client, file.caption(), file.link().get()), answers::read);
  }

  /** Its hook about every sent message settles what is unknown; there is no need to ask. */
  @Override
  public Trace trace(ChannelAccess channel, String address, Wanted wanted, Instant notBefore) {
    return new Trace.Unreadable("Chat2Desk reports a sent message by its hook");
  }
}
