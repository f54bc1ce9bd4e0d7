package org.tulpar.jms.event;

import java.util.List;
import java.util.UUID;
import org.tulpar.channel.line.ChannelChanged;
import org.tulpar.channel.line.ChannelNews;
import org.tulpar.client.CardNews;
import org.tulpar.client.CardWritten;
import org.tulpar.client.company.CompanyNews;
import org.tulpar.client.company.CompanyTagged;
import org.tulpar.client.tag.TagNews;
import org.tulpar.client.tag.TagsChanged;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.conversation.ConversationNews;
import org.tulpar.deal.DealChanged;
import org.tulpar.deal.DealNews;
import org.tulpar.tenant.OrganizationId;

/**
 * One change in a message of the topic: {@code <organization> <conversation>}, {@code
 * <organization> deal <deal>}, {@code <organization> channel <channel>}, {@code <organization> card
 * <client>}, {@code <organization> company <company>} or {@code <organization> tags}.
 */
final class NewsLine {

  private static final String DEAL = "deal ";
  private static final String CHANNEL = "channel ";
  private static final String CARD = "card ";
  private static final String COMPANY = "company ";
  private static final String TAGS = "tags";

  private NewsLine() {}

  static String write(ConversationChanged change) {
    return change.organization() + " " + change.conversationId();
  }

  static String write(DealChanged change) {
    return change.organization() + " " + DEAL + change.dealId();
  }

  static String write(ChannelChanged change) {
    return change.organization() + " " + CHANNEL + change.channel();
  }

  static String write(TagsChanged change) {
    return change.organization() + " " + TAGS;
  }

  static String write(CompanyTagged change) {
    return change.organization() + " " + COMPANY + change.companyId();
  }

  /** A line for each client. */
  static List<String> write(CardWritten change) {
    return change.clientIds().stream()
        .map(client -> change.organization() + " " + CARD + client)
        .toList();
  }

  /** What the pages observe. */
  static Object read(String line) {
    var gap = line.indexOf(' ');
    var organization = OrganizationId.of(line.substring(0, gap));
    var what = line.substring(gap + 1);
    if (what.startsWith(CHANNEL)) {
      return new ChannelNews(organization, UUID.fromString(what.substring(CHANNEL.length())));
    }
    if (what.startsWith(CARD)) {
      return new CardNews(organization, Long.parseLong(what.substring(CARD.length())));
    }
    if (what.startsWith(COMPANY)) {
      return new CompanyNews(organization, Long.parseLong(what.substring(COMPANY.length())));
    }
    if (what.equals(TAGS)) {
      return new TagNews(organization);
    }
    return what.startsWith(DEAL)
        ? new DealNews(organization, Long.parseLong(what.substring(DEAL.length())))
        : new ConversationNews(organization, Long.parseLong(what));
  }
}
