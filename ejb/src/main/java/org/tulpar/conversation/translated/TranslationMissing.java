package org.tulpar.conversation.translated;

import org.tulpar.kernel.Refused;

/** The client reads another language, and nobody has seen what the words become in it. */
public final class TranslationMissing extends Refused {

  private static final long serialVersionUID = 1L;

  TranslationMissing() {
    super("the client reads another language");
  }

  @Override
  public String code() {
    return "refused.translation_missing";
  }
}
