package org.tulpar.web.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.omnifaces.cdi.Push;
import org.omnifaces.cdi.PushContext;
import org.tulpar.channel.line.ChannelNews;

/**
 * Tells the open pages of an organization which of its channels has changed: its id and nothing
 * else.
 */
@ApplicationScoped
public class ChannelsPush {

  static final String CHANNEL = "channels";

  @Inject
  @Push(channel = CHANNEL)
  private PushContext pages;

  void tell(@Observes ChannelNews news) {
    pages.send(news.channel().toString(), news.organization().toString());
  }
}
