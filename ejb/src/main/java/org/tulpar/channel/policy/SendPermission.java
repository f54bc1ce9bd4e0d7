package org.tulpar.channel.policy;

import java.time.Instant;

/** What a provider would take for a conversation now. */
public sealed interface SendPermission {

  /** Anything. */
  record FreeText() implements SendPermission {}

  /**
   * The window for free text is over: an approved template only.
   *
   * @param since when it closed, or null when the client never wrote
   */
  record TemplateOnly(Instant since) implements SendPermission {}

  /**
   * Nothing.
   *
   * @param code names the reason
   */
  record Nothing(String code) implements SendPermission {}
}
