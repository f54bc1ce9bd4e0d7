package org.tulpar.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.omnifaces.cdi.Push;
import org.omnifaces.cdi.PushContext;
import org.tulpar.client.CardNews;
import org.tulpar.client.tag.TagNews;
import org.tulpar.conversation.ConversationNews;

/**
 * Tells the open pages of an organization which conversation has changed: its id and nothing else;
 * whose card has, and that tags have. The organization is the channel's user, so that no page of
 * another organization is in earshot.
 */
@ApplicationScoped
public class InboxPush {

  static final String CHANNEL = "conversations";

  /** Before the id of a client. */
  private static final String CARD = "card:";

  /** Instead of an id. */
  private static final String TAGS = "tags";

  @Inject
  @Push(channel = CHANNEL)
  private PushContext pages;

  void tell(@Observes ConversationNews news) {
    pages.send(news.conversationId(), news.organization().toString());
  }

  void tell(@Observes CardNews news) {
    pages.send(CARD + news.client(), news.organization().toString());
  }

  void tell(@Observes TagNews news) {
    pages.send(TAGS, news.organization().toString());
  }
}
