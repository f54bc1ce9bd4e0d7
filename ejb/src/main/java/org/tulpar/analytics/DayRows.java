package org.tulpar.analytics;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * Counts days of the organization in scope. What was said on a day is found by way of the
 * conversations that were spoken in since: the messages themselves are indexed by conversation
 * only, so that storing one costs nothing for this.
 */
@Repository
class DayRows {

  private static final String DAYS =
      """
      insert into conversation_day (organization_id, day, conversation_id, channel_id, client_messages, bot_messages, manager_messages, handed_over)
      select v.organization_id, (m.occurred_at at time zone ?)::date, v.id, v.channel_id,
        count(*) filter (where m.author = 'CLIENT'), count(*) filter (where m.author = 'BOT' and m.origin <> 'CAMPAIGN'),
        count(*) filter (where m.author = 'MANAGER'),
        (array_agg(m.body order by m.occurred_at desc) filter (where m.author = 'SYSTEM'))[1]
      from conversation v join message m on m.organization_id = v.organization_id and m.conversation_id = v.id
      where v.kind = 'DIRECT' and v.last_message_at >= ? and m.occurred_at >= ? and m.occurred_at < ?
        and m.kind not in ('REACTION', 'EDIT', 'DELETION') and m.status <> 'FAILED'
      group by 1, 2, 3, 4
      """;

  /** The same messages of people, by who wrote them. */
  private static final String PEOPLE =
      """
      insert into person_day (organization_id, day, user_id, conversation_id, messages)
      select m.organization_id, (m.occurred_at at time zone ?)::date, coalesce(m.user_id, 0), m.conversation_id, count(*)
      from (select distinct d.organization_id, d.conversation_id from conversation_day d where d.day >= ? and d.day < ? and d.manager_messages > 0) c
      join message m on m.organization_id = c.organization_id and m.conversation_id = c.conversation_id
      where m.occurred_at >= ? and m.occurred_at < ? and m.author = 'MANAGER' and m.kind not in ('REACTION', 'EDIT', 'DELETION') and m.status <> 'FAILED'
      group by 1, 2, 3, 4
      """;

  /** Of the conversations in which a person wrote on these days, also what was before. */
  private static final String SAID =
      """
      with answered as materialized (
        select v.organization_id, v.id, v.channel_id from conversation v
        where v.kind = 'DIRECT' and v.last_message_at >= ? and exists (
          select from message x where x.organization_id = v.organization_id and x.conversation_id = v.id and x.author = 'MANAGER'
            and x.occurred_at >= ? and x.occurred_at < ?))
      select a.id as conversation_id, a.channel_id, m.id, m.author as kind, m.occurred_at as at, m.created_at, m.user_id, 1 as turn
      from answered a join message m on m.organization_id = a.organization_id and m.conversation_id = a.id
      where m.occurred_at >= ? and m.occurred_at < ? and m.author <> 'SYSTEM' and m.kind not in ('REACTION', 'EDIT', 'DELETION') and m.status <> 'FAILED'
      union all
      select a.id, a.channel_id, e.id,
        case e.type when 'conversation.handed_over' then 'HANDED_OVER' when 'conversation.returned_to_bot' then 'TO_BOT' else 'TO_PERSON' end,
        e.at, e.at, null, 0
      from answered a join audit_event e on e.organization_id = a.organization_id and e.conversation_id = a.id
      where e.at >= ? and e.at < ?
        and e.type in ('conversation.handed_over', 'conversation.returned_to_bot', 'conversation.taken_over', 'conversation.assigned')
      order by conversation_id, at, turn, id
      """;

  private static final String ANSWERS =
      """
      insert into human_answer (organization_id, message_id, conversation_id, channel_id, user_id, waited_since, answered_at, day, seconds)
      select ?, a.message, a.conversation, a.channel::uuid, nullif(a.person, 0), a.since::timestamptz, a.at::timestamptz,
        (a.at::timestamptz at time zone ?)::date, a.seconds
      from unnest(?, ?, ?, ?, ?, ?, ?) a(message, conversation, channel, person, since, at, seconds)
      on conflict (organization_id, message_id) do update set conversation_id = excluded.conversation_id, user_id = excluded.user_id,
        waited_since = excluded.waited_since, answered_at = excluded.answered_at, day = excluded.day, seconds = excluded.seconds
      """;

  @Inject private TenantSql sql;

  /** Up to where it is counted, held for this transaction; nothing when somebody counts now. */
  Optional<CountedTo> held(ZoneId zone) {
    sql.change(
        "insert into day_count (organization_id, time_zone) values (?, ?) on conflict do nothing",
        TenantScope.required().value(),
        zone.getId());
    return sql.row(
        "select time_zone, counted_to, counted_at from day_count for update skip locked",
        DayRows::countedTo);
  }

  Optional<CountedTo> countedTo() {
    return sql.row("select time_zone, counted_to, counted_at from day_count", DayRows::countedTo);
  }

  /** Days by another clock are other days. */
  void forget() {
    sql.change("delete from conversation_day");
    sql.change("delete from person_day");
    sql.change("delete from human_answer");
  }

  /** The end is not included. */
  void count(LocalDate from, LocalDate end, ZoneId zone) {
    sql.change("delete from conversation_day where day >= ? and day < ?", from, end);
    sql.change("delete from person_day where day >= ? and day < ?", from, end);
    sql.change("delete from human_answer where day >= ? and day < ?", from, end);
    var begins = start(from, zone);
    var ends = start(end, zone);
    sql.change(DAYS, zone.getId(), begins, begins, ends);
    sql.change(PEOPLE, zone.getId(), from, end, begins, ends);
  }

  /**
   * @param before from when on it is told what happened in them
   */
  List<Said> said(Instant before, Instant from, Instant end) {
    return sql.rows(SAID, DayRows::said, from, from, end, before, end, before, end);
  }

  void put(List<HumanAnswer> answers, List<Long> seconds, ZoneId zone) {
    sql.change(
        ANSWERS,
        TenantScope.required().value(),
        zone.getId(),
        answers.stream().map(HumanAnswer::message).toArray(Long[]::new),
        answers.stream().map(HumanAnswer::conversation).toArray(Long[]::new),
        answers.stream().map(one -> one.channel().toString()).toArray(String[]::new),
        answers.stream().map(one -> one.userId() == null ? 0L : one.userId()).toArray(Long[]::new),
        answers.stream().map(one -> one.since().toString()).toArray(String[]::new),
        answers.stream().map(one -> one.at().toString()).toArray(String[]::new),
        seconds.toArray(Long[]::new));
  }

  void counted(ZoneId zone, LocalDate last, Instant now) {
    sql.change(
        "update day_count set time_zone = ?, counted_to = ?, counted_at = ?",
        zone.getId(),
        last,
        now);
  }

  static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static CountedTo countedTo(ResultSet r) throws SQLException {
    return new CountedTo(
        r.getString("time_zone"),
        r.getObject("counted_to", LocalDate.class),
        TenantSql.instant(r, "counted_at"));
  }

  private static Said said(ResultSet r) throws SQLException {
    return new Said(
        r.getLong("conversation_id"),
        r.getObject("channel_id", UUID.class),
        r.getLong("id"),
        TenantSql.constant(r, "kind", Said.Kind.class),
        TenantSql.instant(r, "at"),
        TenantSql.instant(r, "created_at"),
        r.getObject("user_id", Long.class));
  }
}
