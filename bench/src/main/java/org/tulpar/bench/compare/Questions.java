package org.tulpar.bench.compare;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the inbox asks, with its plan and its time, as the application's role sees it. */
final class Questions {

  private static final int TIMES = 5;
  private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");

  /** Of the first line that has them, the whole statement's. */
  private static final Pattern PAGES =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

  /** The words of the inbox's own queries; the indexes fit these words. */
  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put(
        "latest conversations",
        "select * from conversation order by last_message_at desc, id desc limit 50");
    ALL.put(
        "who needs a person",
        "select * from conversation where (handler = 'WAITING_HUMAN' or handler = 'HUMAN' and"
            + " assignee_id is null and unread > 0) and status = 'OPEN' order by"
            + " coalesce(waiting_since, last_message_at) asc, id asc limit 50");
    ALL.put(
        "a thread",
        "select * from message where conversation_id = -1 order by occurred_at desc, id desc limit"
            + " 50");
  }

  /**
   * An answer.
   *
   * @param millis the best of several times
   * @param pages of 8 kB that were looked at
   */
  record Answer(double millis, long pages, String plan) {}

  private final Tulpar tulpar;

  Questions(Tulpar tulpar) {
    this.tulpar = tulpar;
  }

  Map<String, Answer> ask() throws IOException, SQLException {
    var answers = new LinkedHashMap<String, Answer>();
    try (var connection = tulpar.connect("app")) {
      connection.setAutoCommit(false);
      History.enter(
          connection,
          UUID.nameUUIDFromBytes("bench-001".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      for (var question : ALL.entrySet()) {
        var best = Double.MAX_VALUE;
        var plan = "";
        for (int i = 0; i < TIMES; i++) {
          plan = explain(connection, question.getValue());
          var time = TIME.matcher(plan);
          best = time.find() ? Math.min(best, Double.parseDouble(time.group(1))) : best;
        }
        answers.put(question.getKey(), new Answer(best, pages(plan), plan));
      }
    }
    return answers;
  }

  private static long pages(String plan) {
    var buffers = PAGES.matcher(plan);
    if (!buffers.find()) {
      throw new IllegalStateException("a plan without its pages: " + plan);
    }
    return number(buffers.group(1)) + number(buffers.group(2));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static String explain(java.sql.Connection connection, String sql) throws SQLException {
    var text = new StringBuilder();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("explain (analyze, buffers, costs off) " + sql)) {
      while (rows.next()) {
        text.append(rows.getString(1)).append('\n');
      }
    }
    return text.toString();
  }
}
