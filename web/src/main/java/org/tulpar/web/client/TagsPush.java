package org.tulpar.web.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.omnifaces.cdi.Push;
import org.omnifaces.cdi.PushContext;
import org.tulpar.client.CardNews;
import org.tulpar.client.company.CompanyNews;
import org.tulpar.client.tag.TagNews;

/**
 * Tells the pages of clients and companies that tags have changed, or those of one of them; the
 * inbox and the board hear of it beside their own news. The organization is the channel's user, so
 * that no page of another organization is in earshot.
 */
@ApplicationScoped
public class TagsPush {

  /** Before the id of a company: a client's stands alone. */
  private static final String COMPANY = "company:";

  @Inject
  @Push(channel = "tags")
  private PushContext pages;

  void tell(@Observes TagNews news) {
    pages.send("changed", news.organization().toString());
  }

  void tell(@Observes CardNews news) {
    pages.send(news.client(), news.organization().toString());
  }

  void tell(@Observes CompanyNews news) {
    pages.send(COMPANY + news.company(), news.organization().toString());
  }
}
