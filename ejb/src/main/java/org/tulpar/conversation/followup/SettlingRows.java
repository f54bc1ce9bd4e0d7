package org.tulpar.conversation.followup;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** What becomes of a planned message of the organization in scope when its time has come. */
@Repository
class SettlingRows {

  /** A message may come this long after it was written. */
  private static final String LATE = "interval '7 days'";

  /** What was meant for another time of the day is not said: the installation stood still. */
  private static final String STALE = "interval '6 hours'";

  @Inject private TenantSql sql;

  /**
   * A planned message under a lock.
   *
   * @param obstacle why it cannot go out any more, or null
   * @param answered the client has written since, and it was to be sent only if she does not
   */
  record Planned(DueFollowUp due, String obstacle, boolean answered) {}

  /** Its conversation, or nothing when it is not planned any more. */
  Optional<Long> conversation(long id) {
    return sql.row(
        "select conversation_id from follow_up where id = ? and status = 'PLANNED'",
        r -> r.getLong(1),
        id);
  }

  /**
   * Locked until the transaction ends; nothing when it was settled, or is not of this conversation.
   * A sign is no word: whoever only puts a heart on something is as silent as before.
   */
  Optional<Planned> locked(long id, long conversation) {
    return sql.row(
        """
        select f.id, f.conversation_id, f.user_id, u.name, f.body, f.language, f.idempotency_key,
          case when ch.removed_at is not null then 'channel_gone' when not u.active then 'planner_left'
            when f.due_at < now() - %s then 'overdue' end as obstacle,
          f.only_if_silent and exists (
            select from message m where m.organization_id = f.organization_id and m.conversation_id = f.conversation_id
              and m.occurred_at > f.planned_at - %s and m.author = 'CLIENT' and m.kind <> 'REACTION' and m.created_at > f.planned_at) as answered
        from follow_up f
        join users u on u.organization_id = f.organization_id and u.id = f.user_id
        join conversation v on v.organization_id = f.organization_id and v.id = f.conversation_id
        join channel ch on ch.organization_id = v.organization_id and ch.id = v.channel_id
        where f.id = ? and f.conversation_id = ? and f.status = 'PLANNED' for update of f
        """
            .formatted(STALE, LATE),
        SettlingRows::planned,
        id,
        conversation);
  }

  private static Planned planned(ResultSet r) throws SQLException {
    return new Planned(
        new DueFollowUp(
            r.getLong("id"),
            r.getLong("conversation_id"),
            r.getLong("user_id"),
            r.getString("name"),
            r.getString("body"),
            r.getString("language"),
            r.getObject("idempotency_key", UUID.class),
            null,
            null),
        r.getString("obstacle"),
        r.getBoolean("answered"));
  }

  void settle(long id, FollowUpStatus status, String reason, Instant now) {
    sql.change(
        """
        with d as (delete from follow_up_due where follow_up_id = ?)
        update follow_up set status = ?, reason = ?, settled_at = ? where id = ?
        """,
        id,
        status,
        reason,
        now,
        id);
  }

  void later(long id, Duration wait) {
    sql.change(
        "update follow_up_due set due_at = now() + make_interval(secs => ?) where follow_up_id = ?",
        wait.toSeconds(),
        id);
  }

  /**
   * The conversation is a person's: whoever has it, else the planner. True when it was the bot's. A
   * closed one stays closed.
   */
  boolean callPerson(DueFollowUp due) {
    return sql.row(
            """
            with c as (select id, handler from conversation where id = ? for update),
            u as (
              update conversation v set handler = case v.handler when 'BOT' then 'WAITING_HUMAN' else v.handler end,
                handler_epoch = v.handler_epoch + (v.handler = 'BOT')::int,
                waiting_since = case v.handler when 'BOT' then coalesce(v.waiting_since, now()) else v.waiting_since end,
                handler_since = case v.handler when 'BOT' then now() else v.handler_since end,
                assignee_id = coalesce(v.assignee_id, (select p.id from users p where p.id = ? and p.active)),
                status = 'OPEN', snoozed_until = null, unread = greatest(v.unread, 1), version = v.version + 1
              from c where v.id = c.id and v.status <> 'CLOSED' returning v.id)
            select c.handler = 'BOT' from c join u on u.id = c.id
            """,
            r -> r.getBoolean(1),
            due.conversation(),
            due.user())
        .orElse(false);
  }

  /**
   * Keeps for the audit what became of it, by itself.
   *
   * @param reason why it was not sent, or null
   */
  void record(String event, DueFollowUp due, String reason) {
    sql.change(
        """
        insert into audit_event (organization_id, type, user_id, conversation_id, data)
        values (?, ?, ?, ?, jsonb_strip_nulls(jsonb_build_object('origin', 'POLICY', 'unsent', ?::text)))
        """,
        TenantScope.required().value(),
        event,
        due.user(),
        due.conversation(),
        reason);
  }
}
