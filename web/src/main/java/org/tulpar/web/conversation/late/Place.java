package org.tulpar.web.conversation.late;

import java.io.Serializable;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Transcript;

/**
 * Where a reader is in a conversation.
 *
 * @param conversation null where none is open
 * @param older where the lines end that she has, or null when there are none before
 * @param messenger null while unknown
 * @param firstUnread message that she had not seen when she came, or null
 * @param acts what can be done to a single message there: {@code none}, {@code answer} or {@code
 *     both}
 */
public record Place(
    Long conversation,
    Transcript.Position older,
    ChannelType messenger,
    Long firstUnread,
    String acts)
    implements Serializable {

  public static final Place NOWHERE = unknown(null);

  /** A conversation of which nothing is known yet. */
  public static Place unknown(Long conversation) {
    return new Place(conversation, null, null, null, "none");
  }

  /** The same with lines before those that she has. */
  public Place back(Transcript.Position before) {
    return new Place(conversation, before, messenger, firstUnread, acts);
  }

  /** The same, now that it is known where she talks, and what can be done there. */
  public Place on(ChannelType channel, String possible) {
    return new Place(conversation, older, channel, firstUnread, possible);
  }

  public boolean is(Long other) {
    return conversation != null && conversation.equals(other);
  }
}
