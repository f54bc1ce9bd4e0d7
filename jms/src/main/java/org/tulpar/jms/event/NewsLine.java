package org.tulpar.jms.event;

import org.tulpar.conversation.ConversationChanged;
import org.tulpar.conversation.ConversationNews;
import org.tulpar.deal.DealChanged;
import org.tulpar.deal.DealNews;
import org.tulpar.tenant.OrganizationId;

/**
 * One change in a message of the topic: {@code <organization> <conversation>}, or {@code
 * <organization> deal <deal>}.
 */
final class NewsLine {

  private static final String DEAL = "deal ";

  private NewsLine() {}

  static String write(ConversationChanged change) {
    return change.organization() + " " + change.conversationId();
  }

  static String write(DealChanged change) {
    return change.organization() + " " + DEAL + change.dealId();
  }

  /** What the pages observe. */
  static Object read(String line) {
    var gap = line.indexOf(' ');
    var organization = OrganizationId.of(line.substring(0, gap));
    var what = line.substring(gap + 1);
    return what.startsWith(DEAL)
        ? new DealNews(organization, Long.parseLong(what.substring(DEAL.length())))
        : new ConversationNews(organization, Long.parseLong(what));
  }
}
