package org.tulpar.conversation.followup;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** What the organization in scope has planned to say, as people plan it and look at it. */
@Repository
class FollowUpRows {

  /** Of one conversation are shown. */
  private static final int SHOWN = 30;

  @Inject private TenantSql sql;

  /** Until the transaction ends nobody writes here; false when there is no such conversation. */
  boolean lock(long conversation) {
    return sql.row("select 1 from conversation where id = ? for update", r -> true, conversation)
        .isPresent();
  }

  Optional<Long> byKey(UUID key) {
    return sql.row("select id from follow_up where idempotency_key = ?", r -> r.getLong(1), key);
  }

  int planned(long conversation) {
    return sql.row(
            "select count(*) from follow_up where conversation_id = ? and status = 'PLANNED' and"
                + " seen_at is null",
            r -> r.getInt(1),
            conversation)
        .orElseThrow();
  }

  /** Counted no further than the limit goes. */
  int plannedSince(Instant since) {
    return sql.row(
            "select count(*) from (select from follow_up where planned_at > ? and status <>"
                + " 'CANCELLED' limit ?) counted",
            r -> r.getInt(1),
            since,
            FollowUps.MOST_A_DAY)
        .orElseThrow();
  }

  long plan(long conversation, long user, FollowUps.Plan plan, String text, UUID key) {
    return sql.row(
            """
            with f as (
              insert into follow_up (organization_id, conversation_id, user_id, body, language, due_at, only_if_silent, idempotency_key)
              values (?, ?, ?, ?, ?, ?, ?, ?) returning organization_id, id, due_at),
            d as (insert into follow_up_due (organization_id, follow_up_id, due_at) select organization_id, id, due_at from f)
            select id from f
            """,
            r -> r.getLong(1),
            TenantScope.required().value(),
            conversation,
            user,
            text,
            plan.language(),
            plan.at(),
            plan.onlyIfSilent(),
            key)
        .orElseThrow();
  }

  boolean cancel(long conversation, long id) {
    return sql.row(
            """
            with f as (
              update follow_up set status = 'CANCELLED', settled_at = now()
              where conversation_id = ? and id = ? and status = 'PLANNED' returning organization_id, id),
            d as (delete from follow_up_due d using f where d.organization_id = f.organization_id and d.follow_up_id = f.id)
            select id from f
            """,
            r -> true,
            conversation,
            id)
        .isPresent();
  }

  /** When it is due; nothing when it was not cancelled, or its time has passed. */
  Optional<Instant> restore(long conversation, long id, Instant now) {
    return sql.row(
        """
        with f as (
          update follow_up set status = 'PLANNED', settled_at = null
          where conversation_id = ? and id = ? and status = 'CANCELLED' and due_at > ? returning organization_id, id, due_at),
        d as (insert into follow_up_due (organization_id, follow_up_id, due_at) select organization_id, id, due_at from f)
        select due_at from f
        """,
        r -> TenantSql.instant(r, "due_at"),
        conversation,
        id,
        now);
  }

  boolean read(long conversation, long id, Instant now) {
    return sql.change(
            "update follow_up set seen_at = ? where conversation_id = ? and id = ? and status in"
                + " ('SKIPPED', 'FAILED') and seen_at is null",
            now,
            conversation,
            id)
        > 0;
  }

  List<FollowUp> of(long conversation) {
    return sql.rows(
        """
        select f.id, f.user_id, u.name, f.body, f.due_at, f.only_if_silent, f.status, f.reason
        from follow_up f join users u on u.organization_id = f.organization_id and u.id = f.user_id
        where f.conversation_id = ? and f.status in ('PLANNED', 'SKIPPED', 'FAILED') and f.seen_at is null
        order by f.status <> 'FAILED', f.due_at, f.id limit ?
        """,
        FollowUpRows::one,
        conversation,
        SHOWN);
  }

  private static FollowUp one(ResultSet r) throws SQLException {
    return new FollowUp(
        r.getLong("id"),
        r.getLong("user_id"),
        r.getString("name"),
        r.getString("body"),
        TenantSql.instant(r, "due_at"),
        r.getBoolean("only_if_silent"),
        TenantSql.constant(r, "status", FollowUpStatus.class),
        r.getString("reason"));
  }

  /**
   * Keeps for the audit what a person did.
   *
   * @param due when it is said, or null
   */
  void record(String event, long conversation, long user, Instant due) {
    sql.change(
        """
        insert into audit_event (organization_id, type, user_id, conversation_id, data)
        values (?, ?, ?, ?, jsonb_strip_nulls(jsonb_build_object('origin', 'CRM', 'due', ?::timestamptz)))
        """,
        TenantScope.required().value(),
        event,
        user,
        conversation,
        due);
  }
}
