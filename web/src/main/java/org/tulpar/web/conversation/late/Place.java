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
 */
public record Place(
    Long conversation, Transcript.Position older, ChannelType messenger, Long firstUnread)
    implements Serializable {

  public static final Place NOWHERE = new Place(null, null, null, null);

  /** The same with lines before those that she has. */
  public Place back(Transcript.Position before) {
    return new Place(conversation, before, messenger, firstUnread);
  }

  /** The same, now that it is known where she talks. */
  public Place on(ChannelType channel) {
    return new Place(conversation, older, channel, firstUnread);
  }

  public boolean is(Long other) {
    return conversation != null && conversation.equals(other);
  }
}
