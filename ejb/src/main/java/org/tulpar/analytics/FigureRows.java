package org.tulpar.analytics;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Reads counted days; each question is answered from the index of days, whatever was said. */
@Repository
class FigureRows {

  private static final String DIALOGUES =
      """
      select channel_id, count(*) filter (where client > 0) as asked,
        count(*) filter (where client > 0 and bot > 0 and manager = 0 and called = 0) as alone, count(*) filter (where called > 0) as called,
        sum(client) as client, sum(bot) as bot, sum(manager) as manager
      from (select conversation_id, channel_id, sum(client_messages) as client, sum(bot_messages) as bot, sum(manager_messages) as manager,
              count(handed_over) as called
            from conversation_day where day >= ? and day <= ? group by conversation_id, channel_id) c
      group by channel_id
      """;

  private static final String WAITS =
      """
      select grouping(channel_id) = 0 as of_channel, grouping(person) = 0 as of_person, channel_id, person,
        count(*) as answers, count(distinct conversation_id) as conversations,
        percentile_disc(0.5) within group (order by seconds) as median, percentile_disc(0.9) within group (order by seconds) as most
      from (select channel_id, coalesce(user_id, 0) as person, conversation_id, seconds from human_answer where day >= ? and day <= ?) a
      group by grouping sets ((), (channel_id), (person))
      """;

  private static final String DAYS =
      """
      select d.day, d.client, d.bot, d.manager, d.asked, coalesce(a.late, 0) as late
      from (select day, sum(client_messages) as client, sum(bot_messages) as bot, sum(manager_messages) as manager,
              count(*) filter (where client_messages > 0) as asked
            from conversation_day where day >= ? and day <= ? group by day) d
      left join (select day, count(*) as late from human_answer where day >= ? and day <= ? and seconds > ? group by day) a on a.day = d.day
      """;

  private static final String REASONS =
      """
      select handed_over, count(distinct conversation_id) from conversation_day
      where day >= ? and day <= ? and handed_over is not null group by handed_over order by 2 desc, 1 limit 20
      """;

  /**
   * @param whole everybody's
   * @param people by id, 0 for the telephone
   */
  record Waiting(
      Figures.Waits whole, Map<UUID, Figures.Waits> channels, Map<Long, Figures.Waits> people) {}

  /** What was said in a channel. */
  record Spoken(Figures.Dialogues dialogues, Figures.Messages messages) {

    static final Spoken NOTHING = new Spoken(Figures.Dialogues.NONE, Figures.Messages.NONE);
  }

  @Inject private TenantSql sql;

  Map<UUID, Spoken> dialogues(Period period) {
    var channels = new HashMap<UUID, Spoken>();
    sql.rows(
        DIALOGUES,
        r ->
            channels.put(
                r.getObject("channel_id", UUID.class),
                new Spoken(
                    new Figures.Dialogues(
                        r.getLong("asked"), r.getLong("alone"), r.getLong("called")),
                    new Figures.Messages(
                        r.getLong("client"), r.getLong("bot"), r.getLong("manager")))),
        period.from(),
        period.to());
    return channels;
  }

  Waiting waits(Period period) {
    var whole = new HashMap<Boolean, Figures.Waits>();
    var channels = new HashMap<UUID, Figures.Waits>();
    var people = new HashMap<Long, Figures.Waits>();
    sql.rows(
        WAITS,
        r -> {
          var waits = waits(r);
          if (r.getBoolean("of_channel")) {
            channels.put(r.getObject("channel_id", UUID.class), waits);
          } else if (r.getBoolean("of_person")) {
            people.put(r.getLong("person"), waits);
          } else {
            whole.put(true, waits);
          }
          return waits;
        },
        period.from(),
        period.to());
    return new Waiting(whole.getOrDefault(true, Figures.Waits.NONE), channels, people);
  }

  /** How many messages each person wrote; 0 is the telephone. */
  Map<Long, Long> written(Period period) {
    var people = new HashMap<Long, Long>();
    sql.rows(
        "select user_id, sum(messages) from person_day where day >= ? and day <= ? group by user_id",
        r -> people.put(r.getLong(1), r.getLong(2)),
        period.from(),
        period.to());
    return people;
  }

  Map<LocalDate, Figures.Day> days(Period period, long lateSeconds) {
    var days = new HashMap<LocalDate, Figures.Day>();
    sql.rows(
        DAYS,
        r -> {
          var date = r.getObject("day", LocalDate.class);
          return days.put(
              date,
              new Figures.Day(
                  date,
                  r.getLong("client"),
                  r.getLong("bot"),
                  r.getLong("manager"),
                  r.getLong("late"),
                  r.getLong("asked")));
        },
        period.from(),
        period.to(),
        period.from(),
        period.to(),
        lateSeconds);
    return days;
  }

  List<Figures.Reason> reasons(Period period) {
    return sql.rows(
        REASONS, r -> new Figures.Reason(r.getString(1), r.getLong(2)), period.from(), period.to());
  }

  Map<UUID, String> channels() {
    var names = new HashMap<UUID, String>();
    sql.rows(
        "select id, name from channel", r -> names.put(r.getObject(1, UUID.class), r.getString(2)));
    return names;
  }

  Map<Long, String> people() {
    var names = new HashMap<Long, String>();
    sql.rows("select id, name from users", r -> names.put(r.getLong(1), r.getString(2)));
    return names;
  }

  static Figures.Waits waits(ResultSet r) throws SQLException {
    return new Figures.Waits(
        r.getLong("answers"),
        r.getLong("conversations"),
        r.getObject("median", Long.class),
        r.getObject("most", Long.class));
  }
}
