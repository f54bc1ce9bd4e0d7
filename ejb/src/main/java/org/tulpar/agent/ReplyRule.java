package org.tulpar.agent;

import java.util.List;

/**
 * Something that is said without asking a model.
 *
 * @param keywords lower case; a greeting fits when the client says nothing else, a keyword when it
 *     occurs anywhere
 * @param template may contain {@code {name}} and {@code {text}}
 */
public record ReplyRule(Kind kind, List<String> keywords, String template, boolean handOver) {

  /** When a rule fits. */
  public enum Kind {
    GREETING,
    OUT_OF_HOURS,
    KEYWORD,
    ECHO
  }

  String say(String clientName, String question) {
    return template
        .replace("{name}", clientName == null ? "" : clientName)
        .replace("{text}", question);
  }
}
