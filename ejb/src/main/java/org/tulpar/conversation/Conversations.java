package org.tulpar.conversation;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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

  /** Keeps for the audit and the timeline what a person did. */
  void record(String event, long conversationId, long userId) {
    sql.change(
        """
        insert into audit_event (organization_id, type, user_id, conversation_id)
        values (?, ?, ?, ?)
        """,
        TenantScope.required().value(),
        event,
        userId,
        conversationId);
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
}
