package org.tulpar.translation;

/** Who translates. */
public enum Engine {
  NONE,
  DEEPL,
  GOOGLE,
  LIBRETRANSLATE,
  /** The language model of the installation. */
  LLM;

  /** Whether a key has to be given. */
  public boolean needsKey() {
    return this == DEEPL || this == GOOGLE;
  }

  /** Whether an address may be given. */
  public boolean hasAddress() {
    return this == DEEPL || this == GOOGLE || this == LIBRETRANSLATE;
  }
}
