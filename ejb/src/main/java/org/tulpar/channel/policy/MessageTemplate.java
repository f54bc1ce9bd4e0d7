package org.tulpar.channel.policy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tulpar.channel.TemplateMessage;

/**
 * A text that the provider approved, with places {@code {{1}}}, {@code {{2}}} … for what is told
 * each time.
 *
 * @param language as the provider spells it
 * @param parameters how many places there are
 */
public record MessageTemplate(long id, String name, String language, String body, int parameters) {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\d{1,2})}}");

  /** Longer values, line breaks and tabs are refused by providers inside of a template. */
  private static final int LONGEST_VALUE = 1_000;

  /**
   * The call of this template.
   *
   * @throws TemplateUnfit when a value is missing, empty, too long or of several lines
   */
  public TemplateMessage with(List<String> values) {
    var clean = values.stream().map(MessageTemplate::value).toList();
    if (clean.size() != parameters) {
      throw new TemplateUnfit();
    }
    return new TemplateMessage(name, language, clean);
  }

  /** What the client will read. */
  public String filled(TemplateMessage call) {
    return PLACE
        .matcher(body)
        .replaceAll(
            place -> {
              var number = Integer.parseInt(place.group(1));
              return Matcher.quoteReplacement(
                  number >= 1 && number <= parameters
                      ? call.parameters().get(number - 1)
                      : place.group());
            });
  }

  private static String value(String raw) {
    var value = raw == null ? "" : raw.replace("\u0000", "").strip();
    if (value.isEmpty() || value.length() > LONGEST_VALUE || value.matches("(?s).*[\\n\\r\\t].*")) {
      throw new TemplateUnfit();
    }
    return value;
  }
}
