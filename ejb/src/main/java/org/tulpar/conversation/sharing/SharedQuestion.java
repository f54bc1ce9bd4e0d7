package org.tulpar.conversation.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tulpar.channel.MessageContent.Question;

/**
 * A question with answers that every messenger takes: the limits are those of WhatsApp's buttons
 * and lists, the narrowest. Counted as the browser counts, which is never less than Meta does.
 */
public final class SharedQuestion {

  static final int LONGEST = 1024;

  /** More answers than buttons stand in a list, whose rows are wider. */
  static final int MOST_BUTTONS = 3;

  static final int MOST = 10;
  static final int WIDEST_BUTTON = 20;
  static final int WIDEST_ROW = 24;

  private SharedQuestion() {}

  /**
   * @param answers one a line; empty lines are none
   * @param open what opens a list of answers
   * @throws SharingRefused when there is no question, no answer, one too many or too long, or two
   *     alike
   */
  public static Question of(String question, String answers, String open) {
    var asked = SharedText.words(question);
    if (asked.isEmpty()) {
      throw new SharingRefused("question_empty");
    }
    if (asked.length() > LONGEST) {
      throw new SharingRefused("question_long");
    }
    return new Question(asked, checked(lines(answers)), open);
  }

  private static List<String> lines(String answers) {
    return Arrays.stream((answers == null ? "" : answers).split("\\R", -1))
        .map(SharedText::line)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<String> checked(List<String> answers) {
    if (answers.isEmpty()) {
      throw new SharingRefused("answers_none");
    }
    if (answers.size() > MOST) {
      throw new SharingRefused("answers_many");
    }
    var many = answers.size() > MOST_BUTTONS;
    var widest = many ? WIDEST_ROW : WIDEST_BUTTON;
    if (answers.stream().anyMatch(answer -> answer.length() > widest)) {
      throw new SharingRefused(many ? "answer_long_24" : "answer_long_20");
    }
    var apart = answers.stream().map(answer -> answer.toLowerCase(Locale.ROOT)).distinct().count();
    if (apart < answers.size()) {
      throw new SharingRefused("answers_equal");
    }
    return answers;
  }
}
