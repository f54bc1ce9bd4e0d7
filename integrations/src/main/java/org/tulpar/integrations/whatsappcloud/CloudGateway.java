package org.tulpar.integrations.whatsappcloud;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.TemplateMessage;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.FormPost;
import org.tulpar.integrations.wire.JsonPost;
import org.tulpar.integrations.wire.SendResults;
import org.tulpar.integrations.wire.WireJson;

/** Sends through Meta: once per call, and never calls unsent what may have left. */
@ApplicationScoped
public class CloudGateway implements ChannelGateway {

  private static final int LONGEST_TEXT = 1024 * 1024;
  private static final int LARGEST_IMAGE = 5 * 1024 * 1024;

  private final CloudApi api;
  private final SendAnswers answers;

  /** For the container's proxy. */
  protected CloudGateway() {
    api = null;
    answers = null;
  }

  @Inject
  public CloudGateway(OutboundHttp http, Clock clock) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()), clock);
  }

  CloudGateway(OutboundClient http, GatewaySettings settings, Clock clock) {
    var json = new WireJson(LONGEST_TEXT);
    api = new CloudApi(new JsonPost(http, settings, json), new FormPost(http, settings));
    answers = new SendAnswers(json, clock);
  }

  private CloudGateway(CloudApi api, SendAnswers answers) {
    this.api = api;
    this.answers = answers;
  }

  @Override
  public ChannelGateway named(long message) {
    return new CloudGateway(api.named(Long.toString(message)), answers);
  }

  @Override
  public ChannelType type() {
    return ChannelType.WHATSAPP_CLOUD;
  }

  @Override
  public SendResult sendText(
      ChannelAccess channel, String address, String text, String quotedExternalId) {
    return SendResults.of(api.sendText(channel, address, text, quotedExternalId), answers::read);
  }

  /** In two calls: until the second is made nothing was sent, whatever became of the first. */
  @Override
  public SendResult sendFile(
      ChannelAccess channel, String address, OutFile file, String quotedExternalId) {
    return switch (answers.uploaded(api.upload(channel, file))) {
      case SendAnswers.Uploaded.Named named ->
          SendResults.of(
              api.sendFile(channel, address, file, kind(file), named.id(), quotedExternalId),
              answers::read);
      case SendAnswers.Uploaded.Not not -> not.why();
    };
  }

  private static String kind(OutFile file) {
    return switch (file.type()) {
      case IMAGE -> file.bytes().length > LARGEST_IMAGE ? "document" : "image";
      case VIDEO -> "video";
      case AUDIO -> "audio";
      case STICKER -> "sticker";
      case DOCUMENT -> "document";
    };
  }

  @Override
  public SendResult sendLocation(
      ChannelAccess channel, String address, Location place, String quotedExternalId) {
    return SendResults.of(
        api.sendLocation(channel, address, place, quotedExternalId), answers::read);
  }

  @Override
  public SendResult sendContacts(
      ChannelAccess channel, String address, Contacts cards, String quotedExternalId) {
    return SendResults.of(
        api.sendContacts(channel, address, cards, quotedExternalId), answers::read);
  }

  @Override
  public SendResult sendQuestion(
      ChannelAccess channel, String address, Question question, String quotedExternalId) {
    return SendResults.of(
        api.sendQuestion(channel, address, question, quotedExternalId), answers::read);
  }

  @Override
  public SendResult react(ChannelAccess channel, String address, Sign sign) {
    return SendResults.of(api.sendReaction(channel, address, sign), answers::read);
  }

  @Override
  public SendResult sendTemplate(ChannelAccess channel, String address, TemplateMessage template) {
    return SendResults.of(api.sendTemplate(channel, address, template), answers::read);
  }

  @Override
  public Trace trace(ChannelAccess channel, String address, Wanted wanted, Instant notBefore) {
    return new Trace.Unreadable("Meta keeps no history that can be asked");
  }
}
