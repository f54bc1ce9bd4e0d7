package org.tulpar.web.conversation;

import java.util.List;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.TranscriptLine;

/** Before which message "new messages" is written. */
final class FirstUnread {

  private FirstUnread() {}

  /** Null when nothing is unread, or nothing of the client's is on the page. */
  static Long of(List<TranscriptLine> lines, int unread) {
    var theirs =
        lines.stream()
            .filter(TranscriptLine.Said.class::isInstance)
            .map(TranscriptLine.Said.class::cast)
            .filter(said -> said.author() == Author.CLIENT)
            .map(TranscriptLine.Said::id)
            .toList();
    return unread == 0 || theirs.isEmpty() ? null : theirs.get(Math.max(0, theirs.size() - unread));
  }
}
