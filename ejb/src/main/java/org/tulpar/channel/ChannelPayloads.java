package org.tulpar.channel;

import java.util.List;

/** Reads one provider's webhooks. Bad input is {@link UnreadablePayload}, never another error. */
public interface ChannelPayloads {

  ChannelType type();

  /**
   * The little that must be known before the event is stored, read without building the document.
   *
   * @param body the raw bytes, already limited in size
   */
  Envelope envelope(byte[] body) throws UnreadablePayload;

  /** The whole event. What is not understood comes back as unsupported content, not as an error. */
  List<ChannelEvent> read(String body) throws UnreadablePayload;

  /**
   * @param externalId names the event for ever within its channel: a repeated delivery has the same
   * @param eventType the provider's own word, for example {@code messages.upsert}
   */
  record Envelope(String externalId, String eventType) {}
}
