package org.tulpar.channel;

import java.time.Instant;

/** Sends through one provider. Blocking; called on virtual threads, outside any transaction. */
public interface ChannelGateway {

  ChannelType type();

  /**
   * Sends a text. Expected troubles are results, not exceptions.
   *
   * @param address where the conversation takes place, as it came in {@code MessageArrived.chat}
   * @param quotedExternalId the message it answers, or null
   */
  SendResult sendText(ChannelAccess channel, String address, String text, String quotedExternalId);

  /** Sends an approved template; a provider without templates refuses. */
  default SendResult sendTemplate(ChannelAccess channel, String address, TemplateMessage template) {
    return new SendResult.Rejected("no_templates", "this messenger has no templates");
  }

  /** Asks the provider's own history whether a text was sent. */
  Trace trace(ChannelAccess channel, String address, String text, Instant notBefore);

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
