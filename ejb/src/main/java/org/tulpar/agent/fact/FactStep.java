package org.tulpar.agent.fact;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tulpar.conversation.AfterCommit;

/** The transactions before the model reads a conversation and after it has. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FactStep {

  @Inject private FactRows rows;
  @Inject private AfterCommit afterCommit;

  /** Nothing where the organization does not want it any more, or the conversation is gone. */
  public Optional<Reading> read(long conversation) {
    return rows.reading(conversation);
  }

  /**
   * Of the messages that were read these are the facts now; what people have called wrong stays
   * away, and so does what was said in a message that has changed meanwhile.
   */
  public void keep(long conversation, Reading reading, FoundFacts found) {
    if (!rows.hold(conversation, reading)) {
      return;
    }
    var changed =
        rows.forget(conversation, reading, found)
            + rows.keep(conversation, found)
            + rows.over(conversation, found.over());
    if (changed > 0) {
      afterCommit.tell(conversation);
    }
  }
}
