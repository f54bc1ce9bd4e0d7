package org.tulpar.web.identity;

import org.tulpar.identity.OpenBrowser;
import org.tulpar.web.conversation.Reader;

/**
 * One browser of a person, ready to show.
 *
 * @param here whether it is the one that shows this
 */
public record BrowserLine(
    long id,
    String name,
    String system,
    String address,
    String opened,
    String seen,
    boolean remembered,
    boolean here) {

  static BrowserLine of(OpenBrowser browser, long current, Reader reader) {
    return new BrowserLine(
        browser.id(),
        BrowserName.product(browser.agent()).orElseGet(() -> reader.word("security.unknown")),
        BrowserName.system(browser.agent()).orElse(null),
        browser.address(),
        reader.exact(browser.openedAt()),
        reader.when(browser.seenAt()),
        browser.remembered(),
        browser.id() == current);
  }
}
