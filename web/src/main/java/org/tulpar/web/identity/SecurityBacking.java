package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.identity.OpenBrowsers;
import org.tulpar.web.client.Notices;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.security.CurrentUser;

/** Where a person is signed in. */
@Named("security")
@RequestScoped
public class SecurityBacking {

  private static final String PAGE = "settings/security";

  @Inject private OpenBrowsers browsers;
  @Inject private CurrentUser me;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private List<BrowserLine> lines;

  @PostConstruct
  void look() {
    var reader = readers.reader();
    lines =
        browsers.of(me.required().id()).stream()
            .map(browser -> BrowserLine.of(browser, me.browser(), reader))
            .toList();
  }

  public void end(long browser) {
    var own = me.required().id();
    browsers.end(own, browser, own);
    notices.done("security.ended");
    Faces.redirect(PAGE);
  }

  public void endOthers() {
    var own = me.required().id();
    browsers.endOthers(own, me.browser(), own);
    notices.done("security.ended.others");
    Faces.redirect(PAGE);
  }

  public List<BrowserLine> getLines() {
    return lines;
  }

  public boolean isElsewhere() {
    return lines.stream().anyMatch(line -> !line.here());
  }
}
