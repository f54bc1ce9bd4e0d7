package org.tulpar.conversation.note;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The notes of the organization in scope. */
@Repository
class NoteRows {

  @Inject private TenantSql sql;

  /** Nothing when there is no such conversation, or when a note with this key is there already. */
  Optional<Long> add(long conversation, long userId, String body, UUID key) {
    return sql.row(
        """
        insert into conversation_note (organization_id, id, conversation_id, user_id, body, idempotency_key)
        select ?, nextval('entity_id'), c.id, ?, ?, ? from conversation c where c.id = ?
        on conflict (organization_id, idempotency_key) do nothing returning id
        """,
        r -> r.getLong(1),
        TenantScope.required().value(),
        userId,
        body,
        key,
        conversation);
  }

  boolean isKnown(UUID key) {
    return sql.row("select 1 from conversation_note where idempotency_key = ?", r -> true, key)
        .isPresent();
  }

  void mention(long note, long conversation, Collection<Long> people) {
    sql.change(
        """
        insert into note_mention (organization_id, note_id, user_id, conversation_id)
        select ?, ?, u.id, ? from users u where u.id = any (?) on conflict do nothing
        """,
        TenantScope.required().value(),
        note,
        conversation,
        people.toArray(Long[]::new));
  }

  void record(long note, long conversation, long userId) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id, conversation_id, data)"
            + " values (?, 'conversation.noted', ?, ?, jsonb_build_object('note', ?::bigint))",
        TenantScope.required().value(),
        userId,
        conversation,
        note);
  }

  /** Returns how many notices are gone. */
  int seen(long conversation, long userId) {
    return sql.change(
        "update note_mention set seen_at = now() where user_id = ? and conversation_id = ? and"
            + " seen_at is null",
        userId,
        conversation);
  }
}
