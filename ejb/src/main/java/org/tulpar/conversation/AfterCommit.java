package org.tulpar.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.tulpar.channel.Lane;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/** Tells of a change only when it is committed: whoever hears of it may read it at once. */
@ApplicationScoped
public class AfterCommit {

  /** A change that the running transaction will commit. */
  public record Pending(OrganizationId organization, long conversationId) {}

  @Inject private Event<Pending> pending;

  @Inject private Event<ConversationChanged> changed;

  @Inject private Event<ReplyQueued> queued;

  /** Something was laid into the outbox: whoever sends is woken, and it is shown. */
  void queued(long conversationId) {
    var organization = TenantScope.required();
    queued.fire(new ReplyQueued(organization, Lane.of(organization)));
    tell(conversationId);
  }

  public void tell(long conversationId) {
    pending.fire(new Pending(TenantScope.required(), conversationId));
  }

  public void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Pending change) {
    changed.fire(new ConversationChanged(change.organization(), change.conversationId()));
  }
}
