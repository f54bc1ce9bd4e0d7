package org.tulpar.web.shell;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** At most two letters for an avatar, whatever script the name is written in. */
public final class Initials {

  private Initials() {}

  /** First letters of the first two words; empty for a name without letters or digits. */
  public static String of(String name) {
    if (name == null) {
      return "";
    }
    return Stream.of(name.trim().split("[^\\p{L}\\p{M}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .limit(2)
        .map(word -> Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
