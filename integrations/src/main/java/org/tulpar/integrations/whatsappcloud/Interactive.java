package org.tulpar.integrations.whatsappcloud;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tulpar.channel.MessageContent.Question;

/** A question as Meta takes it: with reply buttons, or with a list where there are more answers. */
final class Interactive {

  private static final int MOST_BUTTONS = 3;

  private Interactive() {}

  static Map<String, Object> of(Question question) {
    var many = question.answers().size() > MOST_BUTTONS;
    return Map.of(
        "type",
        many ? "list" : "button",
        "body",
        Map.of("text", question.question()),
        "action",
        many ? list(question) : buttons(question.answers()));
  }

  private static Map<String, Object> buttons(List<String> answers) {
    var buttons =
        named(answers).stream().map(reply -> Map.of("type", "reply", "reply", reply)).toList();
    return Map.of("buttons", buttons);
  }

  /** A single section needs no title. */
  private static Map<String, Object> list(Question question) {
    return Map.of(
        "button", question.open(), "sections", List.of(Map.of("rows", named(question.answers()))));
  }

  private static List<Map<String, String>> named(List<String> answers) {
    return IntStream.range(0, answers.size())
        .mapToObj(n -> Map.of("id", "a" + (n + 1), "title", answers.get(n)))
        .toList();
  }
}
