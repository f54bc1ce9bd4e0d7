package org.tulpar.channel;

import java.time.Instant;
import java.util.List;

/** What a provider tells us, in our words. */
public sealed interface ChannelEvent {

  /** Where a conversation takes place. */
  enum ChatKind {
    DIRECT,
    GROUP,
    BROADCAST
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
      implements ChannelEvent {}

  /** The provider reports a message that we sent through it. */
  record OwnMessageEchoed(String chat, String externalId, String text, Instant at)
      implements ChannelEvent {}

  /** How far an outbound message has come. */
  enum ReceiptStatus {
    SENT,
    DELIVERED,
    READ,
    FAILED
  }

  /** An outbound message was sent, delivered, read or refused by the provider. */
  record ReceiptArrived(String externalId, ReceiptStatus status, Instant at)
      implements ChannelEvent {}

  /** The connection to the messenger was opened, lost or is being built. */
  record ConnectionChanged(ConnectionState state) implements ChannelEvent {}

  /** Understood, and nothing to do: the reason is kept in the ledger. */
  record Ignored(String reason) implements ChannelEvent {}
}
