package org.tulpar.dialogue.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tulpar.dialogue.turn.Said.By;

/**
 * Recognizes that the client is a machine, too: two bots would talk to each other for ever. Only
 * what was said since a person last spoke counts.
 *
 * @param replies so many answers of the bot within the window are no talk with a person
 * @param window how long people at least need for so many
 * @param repeats so many times the same words, each time after an answer
 */
record LoopGuard(int replies, Duration window, int repeats) {

  /** Short words are repeated by people as well: "yes", "how much". */
  private static final int SHORTEST_REPEATED = 12;

  /** So many long answers in a row, each faster than anybody types. */
  private static final int FAST = 5;

  private static final int SHORTEST_TYPED = 40;
  private static final double CHARACTERS_PER_SECOND = 20;

  /** Providers tell whole seconds. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  /**
   * @param lines oldest first
   * @param since when the bot got the conversation; what lies before was judged already
   */
  boolean trips(List<Said> lines, Instant since) {
    var recent = sinceAPersonSpoke(lines, since);
    return isTooMany(recent) || isTheSame(recent) || isTooFast(recent);
  }

  private static List<Said> sinceAPersonSpoke(List<Said> lines, Instant since) {
    var from = 0;
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).by() == By.PERSON || lines.get(i).at().isBefore(since)) {
        from = i + 1;
      }
    }
    return lines.subList(from, lines.size());
  }

  private boolean isTooMany(List<Said> lines) {
    if (lines.isEmpty()) {
      return false;
    }
    var begin = lines.getLast().at().minus(window);
    var answers =
        lines.stream().filter(line -> line.by() == By.BOT && line.at().isAfter(begin)).count();
    return answers >= replies;
  }

  private boolean isTheSame(List<Said> lines) {
    String last = null;
    var times = 0;
    var answered = true;
    for (var line : lines) {
      if (line.by() == By.BOT) {
        answered = true;
        continue;
      }
      var words = line.text().strip().toLowerCase(Locale.ROOT);
      var same = words.equals(last) && words.length() >= SHORTEST_REPEATED;
      times = same ? times + (answered ? 1 : 0) : 1;
      last = words;
      answered = false;
    }
    return times >= repeats;
  }

  private static boolean isTooFast(List<Said> lines) {
    var fast = 0;
    for (var i = 1; i < lines.size(); i++) {
      var line = lines.get(i);
      var before = lines.get(i - 1);
      if (line.by() == By.CLIENT && before.by() == By.BOT) {
        fast = isFasterThanTyping(before, line) ? fast + 1 : 0;
      }
    }
    return fast >= FAST;
  }

  private static boolean isFasterThanTyping(Said ours, Said theirs) {
    var length = theirs.text().length();
    var taken = Duration.between(ours.at(), theirs.at()).plus(ROUNDING).toMillis() / 1000.0;
    return length >= SHORTEST_TYPED && taken < length / CHARACTERS_PER_SECOND;
  }
}
