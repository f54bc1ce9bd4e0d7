package org.tulpar.agent.draft;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** What a person did with a proposal; of another person's it knows nothing. */
@Stateless
public class ReplyDrafts {

  @Inject private DraftRows rows;
  @Inject private Clock clock;

  /**
   * She has taken it over to change it.
   *
   * @throws DraftUnknown when she has no such proposal in the conversation
   */
  public void edit(long conversation, long userId, long draft) {
    decide(conversation, userId, draft, DraftStatus.EDITED);
  }

  /**
   * @throws DraftUnknown when she has no such proposal in the conversation
   */
  public void discard(long conversation, long userId, long draft) {
    decide(conversation, userId, draft, DraftStatus.REJECTED);
  }

  private void decide(long conversation, long userId, long draft, DraftStatus status) {
    if (!rows.decide(conversation, userId, draft, status, clock.instant())) {
      throw new DraftUnknown(draft);
    }
  }

  /**
   * She has sent it; once, however often it is told.
   *
   * @param text what she wrote in the end, before any translation
   * @param key of the message
   */
  public void sent(long conversation, long userId, long draft, String text, UUID key) {
    var became = rows.sent(conversation, userId, draft, text.strip(), key, clock.instant());
    if (became.contains(DraftStatus.APPROVED)) {
      rows.record("draft.approved", conversation, userId, draft);
    }
  }
}
