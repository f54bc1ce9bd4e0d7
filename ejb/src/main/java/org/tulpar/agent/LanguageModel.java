package org.tulpar.agent;

import java.util.List;

/** A chat model behind any provider. Blocking; called on virtual threads without a transaction. */
public interface LanguageModel {

  /** The model's words. Trouble is {@link LanguageModelUnavailable}. */
  Completion complete(String systemPrompt, List<Line> dialogue, String model)
      throws LanguageModelUnavailable;

  /** Who said a line of the dialogue: the client, the bot, or a person of ours. */
  enum Speaker {
    CLIENT,
    US,
    COLLEAGUE
  }

  /** One line of the dialogue so far, oldest first. */
  record Line(Speaker speaker, String text) {}
}
