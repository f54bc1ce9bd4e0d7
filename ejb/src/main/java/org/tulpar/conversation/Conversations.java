package org.tulpar.conversation;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.tulpar.channel.Lane;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The conversations of the organization in scope. */
@Repository
class Conversations {

  @Inject private EntityManager entities;

  @Inject private TenantSql sql;

  /**
   * Locked until the transaction ends: the sender's fence waits for it.
   *
   * @throws ConversationUnknown when the organization has no such conversation
   */
  Conversation locked(long id) {
    var conversation = entities.find(Conversation.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (conversation == null) {
      throw new ConversationUnknown(id);
    }
    return conversation;
  }

  /**
   * Keeps for the audit and the timeline what was done.
   *
   * @param userId who did it, or null: then it was a program
   */
  void record(String event, long conversationId, Long userId, Origin origin) {
    sql.change(
        """
        insert into audit_event (organization_id, type, user_id, conversation_id, data)
        values (?, ?, ?::bigint, ?, jsonb_build_object('origin', ?))
        """,
        TenantScope.required().value(),
        event,
        userId,
        conversationId,
        origin);
  }

  /** Something is said in a conversation that a person has begun, for the first time. */
  void recordBeginning(long conversationId, long userId) {
    sql.change(
        """
        with b as (delete from begun_conversation where conversation_id = ? returning organization_id, conversation_id)
        insert into audit_event (organization_id, type, user_id, conversation_id, data)
        select b.organization_id, 'conversation.begun', ?, b.conversation_id, jsonb_build_object('origin', ?) from b
        """,
        conversationId,
        userId,
        Origin.CRM);
  }

  /** Gives back to the bot what people have been silent about; returns the conversations. */
  List<Long> returnSilent(int most) {
    return sql.rows(
        "select return_silent_conversations(?, ?::smallint)",
        row -> row.getLong(1),
        most,
        Lane.of(TenantScope.required()));
  }

  /** The bot shall look at what the client has said meanwhile. */
  void openTurn(long conversationId) {
    var organization = TenantScope.required();
    sql.change(
        """
        insert into turn (organization_id, conversation_id, lane, first_at, due_at)
        values (?, ?, ?, now(), now())
        on conflict (organization_id, conversation_id) do nothing
        """,
        organization.value(),
        conversationId,
        Lane.of(organization));
  }

  /**
   * Returns false when no turn waits, its time has come by itself, or the bot has not the word. The
   * conversation before the turn, as everywhere: who takes the word meanwhile is waited for.
   */
  boolean hastenTurn(long conversationId) {
    return sql.change(
            """
            with bots as (
              select v.organization_id, v.id from conversation v
              where v.organization_id = ? and v.id = ? and v.handler = 'BOT' for no key update)
            update turn t set due_at = now() from bots b
            where t.organization_id = b.organization_id and t.conversation_id = b.id and t.due_at > now()
            """,
            TenantScope.required().value(),
            conversationId)
        > 0;
  }
}
