package org.tulpar.dialogue.outbound;

import java.time.Instant;
import java.util.Set;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ContentJson;
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

  String EDIT = "EDIT";

  String DELETION = "DELETION";

  /** What is the same when it is done twice: what became of it need not be found out. */
  Set<String> REPEATABLE = Set.of(REACTION, EDIT, DELETION);

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

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      return certain(gateway.react(channel, message.address(), OutFiles.sign(message)));
    }
  }

  record Edit(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      return certain(
          gateway.edit(
              channel, message.address(), OutFiles.target(message), OutFiles.words(message)));
    }
  }

  record Deletion(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      return certain(gateway.delete(channel, message.address(), OutFiles.target(message)));
    }
  }

  record Place(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      return gateway.sendLocation(
          channel,
          message.address(),
          ContentJson.location(message.content(), message.body()),
          message.quotedExternalId());
    }
  }

  record People(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      return gateway.sendContacts(
          channel,
          message.address(),
          ContentJson.contacts(message.content(), message.body()),
          message.quotedExternalId());
    }
  }

  record Question(Outgoing message) implements Sendable {

    @Override
    public SendResult through(ChannelGateway gateway, ChannelAccess channel, OutFiles files) {
      return gateway.sendQuestion(
          channel,
          message.address(),
          ContentJson.question(message.content()),
          message.quotedExternalId());
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
    return switch (message.kind()) {
      case REACTION -> new Reaction(message);
      case EDIT -> new Edit(message);
      case DELETION -> new Deletion(message);
      case "LOCATION" -> new Place(message);
      case "CONTACT" -> new People(message);
      case "QUESTION" -> new Question(message);
      default -> new Text(message);
    };
  }

  /** What is done twice is done once: an ambiguous answer is simply asked for again. */
  private static SendResult certain(SendResult result) {
    return result instanceof SendResult.Unknown unknown
        ? new SendResult.Deferred(unknown.code(), unknown.detail(), null)
        : result;
  }
}
