package org.tulpar.dialogue.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.tulpar.channel.Lane;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.outbound.Undelivered.Decision;

/** Tells of a decision, and wakes who sends, only when it is committed. */
@ApplicationScoped
class AfterDecision {

  @Inject private Event<ConversationChanged> news;
  @Inject private OutboundQueue queue;

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Decision decision) {
    news.fire(new ConversationChanged(decision.organization(), decision.conversation()));
    if (decision.queued()) {
      queue.wake(Lane.of(decision.organization()));
    }
  }
}
