package org.tulpar.agent;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.tulpar.conversation.hours.HoursColumns;
import org.tulpar.conversation.hours.SpecialDays;
import org.tulpar.conversation.hours.WorkingHours;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.RowSecurity;

/** The rows a playbook consists of. */
@Repository
public class PlaybookRows {

  private interface Reading<T> {
    T row(ResultSet row) throws SQLException;
  }

  @Resource(lookup = DataSources.APP)
  private DataSource app;

  /** Must run inside a transaction. */
  public Playbook read(OrganizationId organization) throws SQLException {
    try (var connection = app.getConnection()) {
      RowSecurity.enter(connection, organization);
      var zone = query(connection, "select time_zone from organization", r -> r.getString(1));
      return new Playbook(
          ZoneId.of(zone.getFirst()), rules(connection), hours(connection), agent(connection));
    }
  }

  private static List<ReplyRule> rules(Connection connection) throws SQLException {
    return query(
        connection,
        "select kind, keywords, template, hand_over from reply_rule where active order by position, id",
        row ->
            new ReplyRule(
                ReplyRule.Kind.valueOf(row.getString(1)),
                lowerCase((String[]) row.getArray(2).getArray()),
                row.getString(3),
                row.getBoolean(4)));
  }

  private static WorkingHours hours(Connection connection) throws SQLException {
    Map<DayOfWeek, WorkingHours.Hours> week = new EnumMap<>(DayOfWeek.class);
    query(
        connection,
        HoursColumns.WEEK,
        row -> week.put(DayOfWeek.of(row.getInt("weekday")), HoursColumns.hours(row)));
    return WorkingHours.of(week, special(connection));
  }

  private static List<SpecialDays> special(Connection connection) throws SQLException {
    return query(
        connection,
        HoursColumns.SPECIAL + "where last_day >= current_date - 1 order by first_day limit 200",
        HoursColumns::special);
  }

  private static Playbook.Agent agent(Connection connection) throws SQLException {
    var agents =
        query(
            connection,
            "select name, version, prompt, model from ai_agent where type = 'COMMUNICATION' and active order by id limit 1",
            row ->
                new Playbook.Agent(
                    row.getString(1), row.getInt(2), row.getString(3), row.getString(4)));
    return agents.isEmpty() ? null : agents.getFirst();
  }

  private static <T> List<T> query(Connection connection, String sql, Reading<T> reading)
      throws SQLException {
    var found = new ArrayList<T>();
    try (var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reading.row(rows));
      }
    }
    return found;
  }

  private static List<String> lowerCase(String[] words) {
    return java.util.Arrays.stream(words).map(w -> w.toLowerCase(Locale.ROOT)).toList();
  }
}
