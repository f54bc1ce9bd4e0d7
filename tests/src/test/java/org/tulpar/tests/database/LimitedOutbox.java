package org.tulpar.tests.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.tulpar.tests.database.Outbox.Claimed;

/** What one organization has to send under limits, and the time that makes them wide again. */
final class LimitedOutbox {

  static final int PERSON = 1;
  static final int BOT = 5;
  static final int CAMPAIGN = 9;

  /** Of channels nothing is said. */
  static final Object[] NONE = {};

  final Pipeline pipeline = Pipeline.ofNewOrganization(0);

  LimitedOutbox() throws SQLException {}

  List<Long> queue(int n, int priority) throws SQLException {
    var messages = new ArrayList<Long>();
    for (int i = 0; i < n; i++) {
      messages.add(pipeline.outbox.queue(priority));
    }
    return messages;
  }

  /** What may go now. */
  List<Long> sent() throws SQLException {
    return sent(pipeline.outbox.claim());
  }

  static List<Long> sent(List<Claimed> claimed) {
    return claimed.stream()
        .filter(claim -> claim.verdict().equals("SEND"))
        .map(Claimed::message)
        .toList();
  }

  /** What so many nodes claim side by side, each in so many rounds. */
  List<Long> claimedAtOnce(int nodes, int rounds, int most) throws Exception {
    var claims = new ArrayList<Callable<List<Long>>>();
    for (int i = 0; i < nodes; i++) {
      var worker = "node-" + i + "/1";
      claims.add(
          () -> {
            var mine = new ArrayList<Long>();
            for (int round = 0; round < rounds; round++) {
              mine.addAll(sent(pipeline.outbox.claim(worker, most, NONE, NONE, NONE)));
            }
            return mine;
          });
    }
    var all = new ArrayList<Long>();
    try (var threads = Executors.newFixedThreadPool(nodes)) {
      for (var done : threads.invokeAll(claims)) {
        all.addAll(done.get());
      }
    }
    return all;
  }

  void perMinute(Integer most) throws SQLException {
    pipeline.prepare(
        "update channel set per_minute = ? where organization_id = ?", most, pipeline.organization);
  }

  /**
   * @param perMinute its limit: null for that of its type, 0 for none
   */
  UUID secondChannel(String type, Integer perMinute) throws SQLException {
    var second = UUID.randomUUID();
    pipeline.prepare(
        "insert into channel (organization_id, id, type, name, instance, api_url, per_minute) values (?, ?, ?, 'Second', 'second', 'http://127.0.0.1', ?)",
        pipeline.organization,
        second,
        type,
        perMinute);
    return second;
  }

  /** Whatever was put off may be claimed. */
  void due() throws SQLException {
    pipeline.prepare(
        "update outbox_message set due_at = now() where claimed_by is null and organization_id = ?",
        pipeline.organization);
  }

  void due(long message, String ago) throws SQLException {
    pipeline.prepare(
        "update outbox_message set due_at = now() - ?::interval where organization_id = ? and message_id = ?",
        ago,
        pipeline.organization,
        message);
  }

  /** As if so much time had passed. */
  void passed(String time) throws SQLException {
    pipeline.prepare(
        "update send_window w set starts = array(select t - ?::interval from unnest(w.starts) t) where organization_id = ?",
        time,
        pipeline.organization);
    pipeline.prepare(
        "update outbox_message set due_at = due_at - ?::interval where organization_id = ?",
        time,
        pipeline.organization);
  }
}
