package org.tulpar.jms.event;

import org.tulpar.conversation.ConversationChanged;
import org.tulpar.conversation.ConversationNews;
import org.tulpar.tenant.OrganizationId;

/** One conversation in a message of the topic: {@code <organization> <conversation>}. */
final class NewsLine {

  private NewsLine() {}

  static String write(ConversationChanged change) {
    return change.organization() + " " + change.conversationId();
  }

  static ConversationNews read(String line) {
    var gap = line.indexOf(' ');
    return new ConversationNews(
        OrganizationId.of(line.substring(0, gap)), Long.parseLong(line.substring(gap + 1)));
  }
}
