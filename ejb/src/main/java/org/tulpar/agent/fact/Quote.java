package org.tulpar.agent.fact;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that are said to stand in a message. Spaces, case and the marks around them are not what a
 * model is asked for.
 */
record Quote(String words) {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 300;
  private static final Pattern AROUND = Pattern.compile("^[\\s\"'«»„“”…]+|[\\s\"'«»„“”….]+$");

  static Quote of(String words) {
    return new Quote(AROUND.matcher(words).replaceAll(""));
  }

  /** As the message has it; nothing where it has not. */
  Optional<String> in(String body) {
    if (words.length() < SHORTEST || words.length() > LONGEST) {
      return Optional.empty();
    }
    var sought =
        Stream.of(words.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s{1,20}"));
    return Pattern.compile(sought, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(body)
        .results()
        .map(found -> found.group())
        .filter(found -> found.length() <= LONGEST)
        .findFirst();
  }
}
