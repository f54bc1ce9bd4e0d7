package org.tulpar.agent.draft;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.conversation.provenance.Provenance;
import org.tulpar.conversation.provenance.ProvenanceJson;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The table {@code reply_draft}. */
@Repository
class DraftRows {

  @Inject private TenantSql sql;

  /**
   * Keeps that a person asks, before it costs anything; empty when she has asked so often already.
   * Her own requests come one after the other here.
   */
  Optional<Long> ask(long conversation, long userId, int most, Instant since, Instant now) {
    sql.row("select id from users where id = ? for no key update", r -> r.getLong(1), userId);
    return sql.row(
        """
        insert into reply_draft (organization_id, id, conversation_id, user_id, status, proposed_at)
        select c.organization_id, nextval('entity_id'), c.id, ?, 'ASKED', ? from conversation c where c.id = ?
          and (select count(*) from reply_draft where user_id = ? and proposed_at > ?) < ?
        returning id
        """,
        r -> r.getLong(1),
        userId,
        now,
        conversation,
        userId,
        since,
        most);
  }

  /** Of one person in one conversation only the newest stands. */
  void expire(long conversation, long userId, Instant now) {
    sql.change(
        """
        update reply_draft set status = 'EXPIRED', decided_at = ?
        where conversation_id = ? and user_id = ? and status = 'PROPOSED'
        """,
        now,
        conversation,
        userId);
  }

  /** False when the conversation is gone meanwhile. */
  boolean settle(long id, String body, Provenance provenance, DraftStatus status, Instant now) {
    return sql.change(
            """
            update reply_draft set body = ?, provenance = ?::jsonb, status = ?,
              decided_at = case ? when 'PROPOSED' then null else ?::timestamptz end
            where id = ? and status = 'ASKED'
            """,
            body,
            ProvenanceJson.write(provenance),
            status,
            status,
            now,
            id)
        > 0;
  }

  /**
   * What was taken over to be changed may still be thrown away; what was sent stays as it is.
   *
   * @return false when she has no such proposal there
   */
  boolean decide(long conversation, long userId, long id, DraftStatus status, Instant now) {
    return sql.row(
            """
            with d as (select id, message_key, status from reply_draft where id = ? and conversation_id = ? and user_id = ? for no key update),
            u as (update reply_draft r set status = ?, decided_at = ? from d
              where r.id = d.id and d.message_key is null and d.status in ('PROPOSED', 'EDITED'))
            select id from d
            """,
            r -> r.getLong(1),
            id,
            conversation,
            userId,
            status,
            now)
        .isPresent();
  }

  /** Returns what it counts as, once; nothing when it was sent before or is none of hers. */
  List<DraftStatus> sent(
      long conversation, long userId, long id, String text, UUID key, Instant now) {
    return sql.rows(
        """
        update reply_draft set status = case when body = ? then 'APPROVED' else 'EDITED' end, decided_at = ?, message_key = ?
        where id = ? and conversation_id = ? and user_id = ? and message_key is null and status <> 'ASKED' returning status
        """,
        r -> TenantSql.constant(r, "status", DraftStatus.class),
        text,
        now,
        key,
        id,
        conversation,
        userId);
  }

  void record(String event, long conversation, long userId, long id) {
    sql.change(
        """
        insert into audit_event (organization_id, type, user_id, conversation_id, data)
        values (?, ?, ?, ?, jsonb_build_object('draft', ?::bigint))
        """,
        TenantScope.required().value(),
        event,
        userId,
        conversation,
        id);
  }
}
