package org.tulpar.conversation.begin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.tulpar.conversation.AfterCommit;

/**
 * Begins conversations. One is made before its first message, because everything with which a
 * message is written hangs on it (drafts, files, templates, translation); it is begun for the
 * history when something is said in it, found again until then, and taken away when nothing is.
 */
@Stateless
public class Beginning {

  @Inject private BeginRows rows;
  @Inject private AfterCommit afterCommit;

  /** The channels by which a client can be reached, by name; none for one nobody knows. */
  public List<Way> ways(long clientId) {
    return rows.reaches(clientId).stream().map(Reach::way).toList();
  }

  /**
   * Returns the client's current conversation in a channel as it is, or a new one that this person
   * has in hand. Nothing is sent.
   *
   * @throws BeginRefused when she cannot be reached there, or her number is another client's
   */
  public long begin(long clientId, UUID channelId, long userId) {
    var reach =
        rows.reaches(clientId).stream()
            .filter(one -> one.way().channelId().equals(channelId))
            .findFirst()
            .orElseThrow(() -> new BeginRefused("unreachable"));
    var conversation =
        rows.begin(clientId, reach, userId).orElseThrow(() -> new BeginRefused("elsewhere"));
    afterCommit.tell(conversation);
    return conversation;
  }

  /** Takes away what was begun and left empty for an hour. At most so many at once. */
  public void takeAway(int most) {
    rows.takeAway(most).forEach(afterCommit::tell);
  }
}
