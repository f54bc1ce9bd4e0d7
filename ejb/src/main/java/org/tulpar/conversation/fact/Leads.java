package org.tulpar.conversation.fact;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tulpar.conversation.AfterCommit;

/** Tells what clients have told of themselves, and takes a person's word that it is not so. */
@Stateless
public class Leads {

  /** Of one client; the rest can be read in what she wrote. */
  public static final int SHOWN = 20;

  @Inject private LeadRows rows;
  @Inject private AfterCommit afterCommit;
  @Inject private Clock clock;

  /** Of the client with whom the conversation is, whatever conversation she told it in. */
  public Lead of(long conversation) {
    return rows.lead(conversation, SHOWN);
  }

  /**
   * It is not so, or not any more.
   *
   * @return whether it was there
   */
  public boolean dismiss(long conversation, long userId, long fact) {
    var done = rows.dismiss(conversation, userId, fact, clock.instant());
    return told("fact.dismissed", done, conversation, userId, fact);
  }

  /** Undoes {@link #dismiss}. */
  public boolean restore(long conversation, long userId, long fact) {
    var done = rows.restore(conversation, fact);
    return told("fact.restored", done, conversation, userId, fact);
  }

  private boolean told(String event, boolean done, long conversation, long userId, long fact) {
    if (done) {
      rows.record(event, conversation, userId, fact);
      afterCommit.tell(conversation);
    }
    return done;
  }
}
