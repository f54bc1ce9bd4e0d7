package org.tulpar.dialogue.outbound;

import java.time.Instant;
import java.util.Set;
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

  String REACTION = "REACTION";

  Set<String> FILES = Set.of("IMAGE", "VIDEO", "AUDIO", "DOCUMENT", "STICKER");

  SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files);

  record Text(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      return gateway.sendText(
          channel, message.address(), message.body(), message.quotedExternalId());
    }
  }

  record File(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      return files.with(
          message,
          file -> gateway.sendFile(channel, message.address(), file, message.quotedExternalId()));
    }
  }

  record Reaction(Outgoing message) implements Sendable {

    /** What is put twice is there once: an ambiguous answer is simply asked for again. */
    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      var result = gateway.react(channel, message.address(), OutFiles.sign(message));
      return result instanceof SendResult.Unknown unknown
          ? new SendResult.Deferred(unknown.code(), unknown.detail(), null)
          : result;
    }
  }

  record Template(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      return gateway.sendTemplate(
          channel, message.address(), TemplateMessage.of(message.content()));
    }
  }

  record TooLate(Instant since) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
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
      case SendPermission.FreeText free -> free(message);
      case SendPermission.Nothing nothing -> free(message);
      case SendPermission.TemplateOnly closed -> new TooLate(closed.since());
    };
  }

  private static Sendable free(Outgoing message) {
    if (FILES.contains(message.kind())) {
      return new File(message);
    }
    return message.kind().equals(REACTION) ? new Reaction(message) : new Text(message);
  }
}
