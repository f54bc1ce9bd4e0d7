package org.tulpar.channel;

import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.channel.MessageContent.Question;

/** Sends through one provider. Blocking; called on virtual threads, outside any transaction. */
public interface ChannelGateway {

  ChannelType type();

  /**
   * The same gateway for one of our messages: where the provider takes a name of the sender's
   * choosing, its receipts bring the message's id back.
   */
  default ChannelGateway named(long message) {
    return this;
  }

  /**
   * Sends a text. Expected troubles are results, not exceptions.
   *
   * @param address where the conversation takes place, as it came in {@code MessageArrived.chat}
   * @param quotedExternalId the message it answers, or null
   */
  SendResult sendText(ChannelAccess channel, String address, String text, String quotedExternalId);

  /**
   * Sends a file with its caption, once; a provider that takes none refuses.
   *
   * @param quotedExternalId the message it answers, or null
   */
  default SendResult sendFile(
      ChannelAccess channel, String address, OutFile file, String quotedExternalId) {
    return new SendResult.Rejected("no_files", "this messenger takes no files");
  }

  /** Puts a sign on a message; the same again changes nothing. */
  default SendResult react(ChannelAccess channel, String address, Sign sign) {
    return new SendResult.Rejected("no_reactions", "this messenger knows no reactions");
  }

  /** Sends a place, once; a provider that takes none refuses. */
  default SendResult sendLocation(
      ChannelAccess channel, String address, Location place, String quotedExternalId) {
    return new SendResult.Rejected("no_locations", "this messenger takes no places");
  }

  /** Sends contact cards, once; a provider that takes none refuses. */
  default SendResult sendContacts(
      ChannelAccess channel, String address, Contacts cards, String quotedExternalId) {
    return new SendResult.Rejected("no_contacts", "this messenger takes no contacts");
  }

  /** Asks with answers to choose from, once; without buttons, by a text that numbers them. */
  default SendResult sendQuestion(
      ChannelAccess channel, String address, Question question, String quotedExternalId) {
    return sendText(channel, address, question.text(), quotedExternalId);
  }

  /** Replaces the words of a text of ours; the same again changes nothing. */
  default SendResult edit(ChannelAccess channel, String address, String externalId, String text) {
    return new SendResult.Rejected("no_edits", "this messenger changes no sent message");
  }

  /** Takes a message of ours back for everybody; the same again changes nothing. */
  default SendResult delete(ChannelAccess channel, String address, String externalId) {
    return new SendResult.Rejected("no_deletions", "this messenger takes no message back");
  }

  /** Sends an approved template; a provider without templates refuses. */
  default SendResult sendTemplate(ChannelAccess channel, String address, TemplateMessage template) {
    return new SendResult.Rejected("no_templates", "this messenger has no templates");
  }

  /** Asks the provider's own history whether a message was sent. */
  Trace trace(ChannelAccess channel, String address, Wanted wanted, Instant notBefore);

  /**
   * A file of ours.
   *
   * @param contentType read from its bytes
   * @param name never null
   * @param caption may be empty, never null
   * @param voice shown as recorded in the messenger
   * @param link where a provider that takes no bytes may fetch it, for a while
   */
  record OutFile(
      MediaType type,
      String contentType,
      String name,
      String caption,
      boolean voice,
      byte[] bytes,
      Supplier<URI> link) {}

  /**
   * A reaction of ours.
   *
   * @param targetExternalId the message it is put on
   * @param ours that message is ours, too
   * @param sign empty to take it back
   */
  record Sign(String targetExternalId, boolean ours, String sign) {}

  /**
   * What is looked for in a history.
   *
   * @param kind as in {@link MessageContent#kind()}
   * @param text the words, or the caption
   */
  record Wanted(String kind, String text) {}

  /** What the provider's history says about a message of ours. */
  sealed interface Trace {

    /** It was sent, under this id. */
    record Found(String externalId) implements Trace {}

    /** The history was read and does not contain it. */
    record Absent() implements Trace {}

    /** The provider keeps no history, or did not answer. */
    record Unreadable(String reason) implements Trace {}
  }
}
