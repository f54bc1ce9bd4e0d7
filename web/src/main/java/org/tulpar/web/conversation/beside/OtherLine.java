package org.tulpar.web.conversation.beside;

import org.tulpar.conversation.ConversationStatus;
import org.tulpar.conversation.beside.OtherConversation;
import org.tulpar.web.conversation.Correspondent;
import org.tulpar.web.conversation.Reader;

/**
 * Another conversation of the same client, in one line.
 *
 * @param mark short name of the channel's icon
 * @param last the latest words; or empty
 * @param open whether work on it goes on
 */
public record OtherLine(
    long id, String mark, String channel, String day, String exact, String last, boolean open) {

  static OtherLine of(OtherConversation one, Reader reader) {
    return new OtherLine(
        one.id(),
        Correspondent.mark(one.channelType()),
        one.channel(),
        reader.when(one.at()),
        reader.exact(one.at()),
        one.last() == null ? "" : one.last(),
        one.status() != ConversationStatus.CLOSED);
  }
}
