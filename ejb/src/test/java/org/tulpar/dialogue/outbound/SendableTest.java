package org.tulpar.dialogue.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.TemplateMessage;
import org.tulpar.tenant.OrganizationId;

class SendableTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(25));

  /** Says what it was asked for. */
  private static final class Echo implements ChannelGateway {

    @Override
    public ChannelType type() {
      return ChannelType.WHATSAPP_CLOUD;
    }

    @Override
    public SendResult sendText(
        ChannelAccess channel, String address, String text, String quotedExternalId) {
      return new SendResult.Accepted("text " + text);
    }

    @Override
    public SendResult sendTemplate(
        ChannelAccess channel, String address, TemplateMessage template) {
      return new SendResult.Accepted("template " + template.name());
    }

    @Override
    public Trace trace(ChannelAccess channel, String address, String text, Instant notBefore) {
      return new Trace.Absent();
    }
  }

  @Test
  void aFreeTextGoesOutWhileTheWindowIsOpen() {
    assertThat(send(text(NOW), ChannelType.WHATSAPP_CLOUD))
        .isEqualTo(new SendResult.Accepted("text words"));
  }

  @Test
  void afterTheWindowItIsNotEvenTried() {
    assertThat(send(text(YESTERDAY), ChannelType.WHATSAPP_CLOUD))
        .isInstanceOfSatisfying(
            SendResult.Rejected.class, r -> assertThat(r.code()).isEqualTo("window_closed"));
    assertThat(send(text(YESTERDAY), ChannelType.TELEGRAM))
        .isEqualTo(new SendResult.Accepted("text words"));
  }

  @Test
  void aTemplateNeedsNoWindow() {
    var template =
        message()
            .saying("TEMPLATE", new TemplateMessage("back", "ru", List.of()).json(), YESTERDAY);
    assertThat(send(template, ChannelType.WHATSAPP_CLOUD))
        .isEqualTo(new SendResult.Accepted("template back"));
  }

  private static SendResult send(Outgoing message, ChannelType type) {
    var channel =
        new ChannelAccess(
            message.organization(), message.channel(), type, "1", URI.create("http://x"), "key");
    return Sendable.of(message, type, NOW).through(new Echo(), channel);
  }

  private static Outgoing text(Instant clientAt) {
    return message().saying("TEXT", null, clientAt);
  }

  private static Outgoing message() {
    return new Outgoing(
        new OrganizationId(new UUID(0, 1)),
        1,
        1,
        new UUID(0, 2),
        0,
        "77015550101",
        "words",
        null,
        NOW);
  }
}
