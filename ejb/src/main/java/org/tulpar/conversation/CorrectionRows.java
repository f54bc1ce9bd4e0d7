package org.tulpar.conversation;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * What people do to their own messages afterwards. The conversation is locked by the caller, so
 * that no message changes from waiting to being sent meanwhile.
 */
@Repository
class CorrectionRows {

  @Inject private TenantSql sql;
  @Inject private Clock clock;

  /**
   * A message that a person wrote here.
   *
   * @param externalId the messenger's name for it, or null
   */
  record Own(
      long id, String body, String externalId, boolean deleted, Correction.Subject subject) {}

  /** Nothing when she has written no such message in the conversation. */
  Optional<Own> own(long conversationId, long userId, long message) {
    return sql.row(
        """
        select id, body, external_id, deleted_at is not null as deleted, kind, status, sent_at from message
        where id = ? and conversation_id = ? and user_id = ? and author = 'MANAGER' and origin = 'CRM' and target_id is null
          and kind <> 'REACTION' for update
        """,
        r ->
            new Own(
                r.getLong("id"),
                r.getString("body"),
                r.getString("external_id"),
                r.getBoolean("deleted"),
                new Correction.Subject(
                    r.getString("kind"),
                    TenantSql.constant(r, "status", MessageStatus.class),
                    r.getString("external_id") != null,
                    TenantSql.instant(r, "sent_at"))),
        message,
        conversationId,
        userId);
  }

  /** The client will read the new words only: to her nothing is edited. */
  void rewrite(long message, String text) {
    change(message, "EDIT", text);
    sql.change("update message set edited_at = null where id = ? and status = 'QUEUED'", message);
  }

  /** It is not sent any more. */
  void withdraw(long message) {
    change(message, "DELETE", null);
    sql.change(
        "update message set status = 'FAILED', failure_code = 'withdrawn', failure_detail = null"
            + " where id = ? and status = 'QUEUED'",
        message);
    sql.change("delete from outbox_message where message_id = ?", message);
  }

  private void change(long message, String change, String text) {
    sql.row(
        "select change_message(?, ?, ?, ?, now())",
        r -> r.getLong(1),
        TenantScope.required().value(),
        message,
        change,
        text);
  }

  /** Stores the correction as a message that changes another one. */
  long queue(
      Conversation conversation,
      long userId,
      Correction correction,
      Own own,
      String text,
      UUID key) {
    long id = sql.row("select nextval('message_id')", r -> r.getLong(1)).orElseThrow();
    var content =
        Json.createObjectBuilder().add("target", own.externalId()).add("text", text).build();
    sql.change(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, content, target_id,
                             user_id, handler_epoch, idempotency_key, occurred_at)
        values (?, ?, ?, 'OUT', 'MANAGER', 'CRM', 'QUEUED', ?, '', ?::jsonb, ?, ?, ?, ?, ?)
        """,
        TenantScope.required().value(),
        id,
        conversation.id(),
        correction,
        content.toString(),
        own.id(),
        userId,
        conversation.handlerEpoch(),
        key,
        clock.instant());
    return id;
  }

  void record(String event, long conversationId, long userId, long message) {
    sql.change(
        """
        insert into audit_event (organization_id, type, user_id, conversation_id, data)
        values (?, ?, ?, ?, jsonb_build_object('message', ?::bigint))
        """,
        TenantScope.required().value(),
        event,
        userId,
        conversationId,
        message);
  }
}
