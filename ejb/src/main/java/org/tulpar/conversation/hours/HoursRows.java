package org.tulpar.conversation.hours;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Hours, promises and rules of the organization in scope. */
@Repository
class HoursRows {

  /** More than an organization names in its life. */
  private static final int EVER = 5000;

  @Inject private TenantSql sql;

  WorkingHours hours() {
    Map<DayOfWeek, WorkingHours.Hours> week = new EnumMap<>(DayOfWeek.class);
    sql.rows(
        HoursColumns.WEEK, r -> week.put(DayOfWeek.of(r.getInt("weekday")), HoursColumns.hours(r)));
    return WorkingHours.of(week, special(LocalDate.EPOCH, EVER));
  }

  /** Those that end on this day or later. */
  List<SpecialDays> special(LocalDate from, int most) {
    return sql.rows(
        HoursColumns.SPECIAL + "where last_day >= ? order by first_day limit ?",
        HoursColumns::special,
        from,
        most);
  }

  /** False when one of the days has a name already. */
  boolean put(SpecialDays days) {
    var hours = days.hours();
    return sql.change(
            """
            insert into special_days (organization_id, id, name, first_day, last_day, opens_at, closes_at)
            values (?, nextval('entity_id'), ?, ?, ?, ?::time, ?::time) on conflict do nothing
            """,
            TenantScope.required().value(),
            days.name(),
            days.first(),
            days.last(),
            hours == null ? null : hours.opens().toString(),
            hours == null ? null : hours.closes().toString())
        == 1;
  }

  void removeSpecial(long id) {
    sql.change("delete from special_days where id = ?", id);
  }

  ZoneId zone() {
    return sql.row("select time_zone from organization", r -> ZoneId.of(r.getString(1)))
        .orElseThrow();
  }

  Promise organization() {
    return sql.row(
            "select first_answer_minutes, next_answer_minutes from organization",
            HoursRows::promise)
        .orElseThrow();
  }

  List<ChannelRule> channels() {
    return sql.rows(
        """
        select id, name, first_answer_minutes, next_answer_minutes, assigning = 'IN_TURN' as in_turn, team_id
        from channel where removed_at is null and not example order by lower(name), id limit 200
        """,
        r ->
            new ChannelRule(
                r.getObject("id", java.util.UUID.class),
                r.getString("name"),
                promise(r),
                r.getBoolean("in_turn"),
                r.getObject("team_id", Long.class)));
  }

  void put(WorkingHours hours) {
    sql.change("delete from working_hours");
    hours
        .week()
        .forEach(
            (day, open) ->
                sql.change(
                    "insert into working_hours (organization_id, weekday, opens_at, closes_at)"
                        + " values (?, ?, ?::time, ?::time)",
                    TenantScope.required().value(),
                    day.getValue(),
                    open.opens().toString(),
                    open.closes().toString()));
  }

  void put(Promise promise) {
    sql.change(
        "update organization set first_answer_minutes = ?::int, next_answer_minutes = ?::int,"
            + " version = version + 1",
        promise.first(),
        promise.next());
  }

  void put(ChannelRule rule) {
    sql.change(
        """
        update channel set first_answer_minutes = ?::int, next_answer_minutes = ?::int, assigning = ?,
          team_id = (select t.id from team t where t.id = ?::bigint), version = version + 1 where id = ?
        """,
        rule.promise().first(),
        rule.promise().next(),
        rule.inTurn() ? "IN_TURN" : "BY_HAND",
        rule.team(),
        rule.id());
  }

  void record(long userId) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id) values (?,"
            + " 'answering.changed', ?)",
        TenantScope.required().value(),
        userId);
  }

  private static Promise promise(ResultSet r) throws SQLException {
    return new Promise(
        r.getObject("first_answer_minutes", Integer.class),
        r.getObject("next_answer_minutes", Integer.class));
  }
}
