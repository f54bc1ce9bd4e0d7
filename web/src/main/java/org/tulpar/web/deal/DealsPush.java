package org.tulpar.web.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.omnifaces.cdi.Push;
import org.omnifaces.cdi.PushContext;
import org.tulpar.deal.DealNews;

/**
 * Tells the open boards of an organization which deal has changed: its id and nothing else. The
 * organization is the channel's user, so that no page of another organization is in earshot.
 */
@ApplicationScoped
public class DealsPush {

  static final String CHANNEL = "deals";

  @Inject
  @Push(channel = CHANNEL)
  private PushContext pages;

  void tell(@Observes DealNews news) {
    pages.send(news.dealId(), news.organization().toString());
  }
}
