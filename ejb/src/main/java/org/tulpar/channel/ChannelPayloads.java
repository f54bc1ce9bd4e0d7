package org.tulpar.channel;

import java.util.List;
import java.util.Optional;

/** Reads one provider's webhooks. Bad input is {@link UnreadablePayload}, never another error. */
public interface ChannelPayloads {

  ChannelType type();

  /** Where this provider shows its secret or signature; empty when the request shows none. */
  Optional<Proof> proof(WebhookRequest request);

  /**
   * The provider's question before the first event, or empty when it asks none, or not this way.
   */
  default Optional<Handshake> handshake(WebhookRequest request) {
    return Optional.empty();
  }

  /**
   * The little that must be known before the event is stored, read without building the document.
   *
   * @param body the raw bytes, already limited in size
   */
  Envelope envelope(byte[] body) throws UnreadablePayload;

  /** The whole event. What is not understood comes back as unsupported content, not as an error. */
  List<ChannelEvent> read(String body) throws UnreadablePayload;

  /** Whether this provider tells one hook of all lines of an account. */
  default boolean tellsOfOtherLines() {
    return false;
  }

  /**
   * The same; what is told of another line is ignored.
   *
   * @param line the channel's name at its provider
   */
  default List<ChannelEvent> read(String body, String line) throws UnreadablePayload {
    return read(body);
  }

  /**
   * @param externalId names the event for ever within its channel: a repeated delivery has the same
   * @param eventType the provider's own word, for example {@code messages.upsert}
   */
  record Envelope(String externalId, String eventType) {}

  /**
   * A GET by which a provider makes sure that the address is ours.
   *
   * @param answer the body it wants back, as plain text
   */
  record Handshake(Proof.Shown proof, String answer) {}
}
