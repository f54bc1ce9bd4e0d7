package org.tulpar.web.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.omnifaces.cdi.Push;
import org.omnifaces.cdi.PushContext;
import org.tulpar.conversation.ConversationNews;

/**
 * Tells the pages of an organization that show no conversations themselves which one has changed.
 * The organization is the channel's user, so that no page of another organization is in earshot.
 */
@ApplicationScoped
public class NoticePush {

  @Inject
  @Push(channel = "notices")
  private PushContext pages;

  void tell(@Observes ConversationNews news) {
    pages.send(news.conversationId(), news.organization().toString());
  }
}
