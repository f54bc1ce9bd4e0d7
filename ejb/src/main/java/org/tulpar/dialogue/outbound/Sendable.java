package org.tulpar.dialogue.outbound;

import java.time.Instant;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.TemplateMessage;
import org.tulpar.channel.policy.SendPermission;
import org.tulpar.channel.policy.SendPolicy;

/**
 * A message in the form in which its gateway takes it; a free text whose window has closed while it
 * waited is not sent, whoever wrote it.
 */
sealed interface Sendable {

  SendResult through(ChannelGateway gateway, ChannelAccess channel);

  record Text(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel) {
      return gateway.sendText(
          channel, message.address(), message.body(), message.quotedExternalId());
    }
  }

  record Template(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel) {
      return gateway.sendTemplate(
          channel, message.address(), TemplateMessage.of(message.content()));
    }
  }

  record TooLate(Instant since) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel) {
      return new SendResult.Rejected(
          SendPolicy.WINDOW_CLOSED, "the window for free text closed at " + since);
    }
  }

  static Sendable of(Outgoing message, ChannelType type, Instant now) {
    if (message.kind().equals(TemplateMessage.KIND)) {
      return new Template(message);
    }
    // A message to a broadcast is refused where it is written.
    return switch (SendPolicy.of(type, ChatKind.DIRECT, message.clientAt(), now)) {
      case SendPermission.FreeText free -> new Text(message);
      case SendPermission.Nothing nothing -> new Text(message);
      case SendPermission.TemplateOnly closed -> new TooLate(closed.since());
    };
  }
}
