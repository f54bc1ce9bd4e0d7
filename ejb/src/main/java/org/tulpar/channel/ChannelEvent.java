package org.tulpar.channel;

import java.time.Instant;
import java.util.List;

/** What a provider tells us, in our words. */
public sealed interface ChannelEvent {

  /** Where a conversation takes place. */
  enum ChatKind {
    DIRECT,
    GROUP,
    BROADCAST,
    /** Made up to look around in: nobody is at its other end. */
    EXAMPLE
  }

  /**
   * A message was written by the client, or by a person on the channel's own phone.
   *
   * @param chat address of the conversation, as the provider wants it back when we answer
   * @param identities every name of the other side that the event carries, the surest first
   * @param phone the other side's phone in international digits without plus, or null
   * @param clientName how the other side calls itself, or null
   * @param senderName who wrote inside a group, or null
   * @param byOwner typed by a person on the channel's phone, not by us
   * @param quotedExternalId the message it answers, or null
   * @param at the provider's own time of the message
   */
  record MessageArrived(
      String chat,
      ChatKind chatKind,
      List<Identity> identities,
      String phone,
      String clientName,
      String senderName,
      String externalId,
      boolean byOwner,
      MessageContent content,
      String quotedExternalId,
      Instant at)
      implements ChannelEvent {

    /** The same at another time. */
    public MessageArrived at(Instant time) {
      return new MessageArrived(
          chat,
          chatKind,
          identities,
          phone,
          clientName,
          senderName,
          externalId,
          byOwner,
          content,
          quotedExternalId,
          time);
    }
  }

  /** The provider reports a message that we sent through it. */
  record OwnMessageEchoed(String chat, String externalId, MessageContent content, Instant at)
      implements ChannelEvent {

    /** What it is told apart by from other messages with the same words. */
    public String form() {
      return MessageContent.form(content.kind());
    }
  }

  /** How far an outbound message has come. */
  enum ReceiptStatus {
    SENT,
    DELIVERED,
    READ,
    FAILED
  }

  /**
   * An outbound message was sent, delivered, read or refused by the provider.
   *
   * @param code why it was refused, in our words, or null
   * @param detail why, in the provider's words, or null
   * @param message by which of our ids we had it sent, where the provider brings it back, or null
   */
  record ReceiptArrived(
      String externalId, ReceiptStatus status, Instant at, String code, String detail, Long message)
      implements ChannelEvent {

    public ReceiptArrived(String externalId, ReceiptStatus status, Instant at) {
      this(externalId, status, at, null, null, null);
    }
  }

  /** The provider tells a message of the past: it fills a gap, and asks for nothing. */
  record PastMessage(MessageArrived message) implements ChannelEvent {}

  /**
   * The words of a message, theirs or ours, were replaced by its writer.
   *
   * @param at orders the edits of one message
   */
  record MessageEdited(String externalId, String text, Instant at) implements ChannelEvent {}

  /** A message, theirs or ours, was taken back for everybody. */
  record MessageDeleted(String externalId, Instant at) implements ChannelEvent {}

  /**
   * Somebody put a sign on a message, replaced it or took it back.
   *
   * @param reactor who, the same for ever within the message: {@link #CLIENT}, {@link #OWNER} or a
   *     member of a group
   * @param name how the reactor calls herself, or null
   * @param sign empty when it was taken back
   * @param at orders the signs of one reactor
   */
  record ReactionArrived(String externalId, String reactor, String name, String sign, Instant at)
      implements ChannelEvent {

    /** The other side of a direct chat, under whichever of her names. */
    public static final String CLIENT = "client";

    /** Whoever writes for the channel: we, or a person on its phone. */
    public static final String OWNER = "owner";
  }

  /** How somebody calls herself now; nothing follows from it for whom we do not know. */
  record ContactNamed(Identity identity, String name) implements ChannelEvent {}

  /** The connection to the messenger was opened, lost or is being built. */
  record ConnectionChanged(ConnectionState state) implements ChannelEvent {}

  /**
   * A code waits to be scanned with the phone.
   *
   * @param picture a data URI
   * @param pairingCode what is typed instead, or null
   */
  record CodeShown(String picture, String pairingCode) implements ChannelEvent {}

  /** Understood, and nothing to do: the reason is kept in the ledger. */
  record Ignored(String reason) implements ChannelEvent {}
}
