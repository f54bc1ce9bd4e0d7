package org.tulpar.conversation.note;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.team.Teams;

/** Keeps notes, and tells whoever is named in them. */
@Stateless
public class Notes {

  /** In code points. */
  public static final int LONGEST = 4096;

  @Inject private NoteRows rows;
  @Inject private Teams teams;
  @Inject private AfterCommit afterCommit;

  /**
   * Once per key.
   *
   * @throws NoteRefused when it is empty or too long
   * @throws ConversationUnknown when the organization has no such conversation
   */
  public void add(long conversation, long userId, String typed, UUID key) {
    var body = typed == null ? "" : typed.replace("\u0000", "").replace("\r\n", "\n").strip();
    if (body.isEmpty()) {
      throw new NoteRefused("empty");
    }
    if (body.codePointCount(0, body.length()) > LONGEST) {
      throw new NoteRefused("too_long");
    }
    var note = rows.add(conversation, userId, body, key);
    if (note.isEmpty()) {
      requireKnown(conversation, key);
      return;
    }
    var named = Mentions.in(body, teams.colleagues());
    named.remove(userId);
    rows.mention(note.get(), conversation, named);
    rows.record(note.get(), conversation, userId);
    afterCommit.tell(conversation);
  }

  /** The person looks at the conversation: what named her there is no news any more. */
  public boolean seen(long conversation, long userId) {
    return rows.seen(conversation, userId) > 0;
  }

  private void requireKnown(long conversation, UUID key) {
    if (!rows.isKnown(key)) {
      throw new ConversationUnknown(conversation);
    }
  }
}
