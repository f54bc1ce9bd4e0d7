package org.tulpar.conversation.provenance;

import java.time.Duration;

/** Where the bot's words come from; kept with the message, and shown to whoever asks why. */
public sealed interface Provenance {

  /**
   * A reply rule fitted.
   *
   * @param kind as in {@code ReplyRule.Kind}
   * @param keyword the word of the client's that it fitted, or null where it needs none
   */
  record Rule(String kind, String keyword) implements Provenance {}

  /**
   * An AI agent has written them.
   *
   * @param agent its name
   * @param version of its prompt: grows with each change
   * @param model as the provider names it
   * @param lines of the dialogue that it has read
   * @param colleagues what people of ours had written was among them
   * @param tokensIn read by the model, or null where the provider has not counted
   * @param tokensOut written by the model, or null
   * @param took from the question to the answer
   */
  record Agent(
      String agent,
      int version,
      String model,
      int lines,
      boolean colleagues,
      Integer tokensIn,
      Integer tokensOut,
      Duration took)
      implements Provenance {}
}
