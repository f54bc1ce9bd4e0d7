package org.tulpar.conversation.sharing;

/** One line of what was typed, as every messenger gives it back. */
final class SharedText {

  private SharedText() {}

  static String line(String typed) {
    return typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
