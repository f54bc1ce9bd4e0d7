package org.tulpar.conversation.sharing;

/** What was typed, as every messenger gives it back. */
final class SharedText {

  private SharedText() {}

  /** Lines and all. */
  static String words(String typed) {
    return typed == null ? "" : typed.replace("\u0000", "").replaceAll("\\R", "\n").strip();
  }

  static String line(String typed) {
    return typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
