package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;

/** A person sees where she is signed in, and whom she signs out is out with the next click. */
class SessionsJourneyIT extends Journey {

  private static final String PAGE = "/settings/security";

  private final Newcomers newcomers = new Newcomers();

  @Test
  void sheEndsTheBrowserThatSheHasLost() {
    var she = newcomers.person("MANAGER", "Айгуль", demo().first().user("MANAGER"));
    var lost = signedIn(she, "/settings/profile", Look.PHONE);
    var here = signedIn(she, PAGE, Look.DESK);
    counts(rows(here), 2);
    assertThat(rows(here).first()).containsText("Этот браузер");
    looksAt(here, "security-1440-ru-light");
    readAnew(here, () -> Asked.means(rows(here).nth(1).locator("button")));
    shown(here.locator(".banner.success"));
    counts(rows(here), 1);
    isOut(lost);
    stays(here);
  }

  @Test
  void sheEndsAllTheOthersAtOnceAndTheRememberedOnesToo() {
    var she = newcomers.person("MANAGER", "Айгуль", demo().first().user("MANAGER"));
    var first = signedIn(she, "/settings/profile", Look.DESK);
    var second = signedIn(she, "/settings/profile", Look.DESK);
    var here = signedIn(she, PAGE, Look.TABLET.speaking("en-US").dark());
    counts(rows(here), 3);
    looksAt(here, "security-1024-en-dark");
    readAnew(here, () -> Asked.means(here.getByText("End the others")));
    counts(rows(here), 1);
    forgetsItsSession(first);
    isOut(first);
    isOut(second);
    stays(here);
  }

  @Test
  void theAdministratorEndsThoseOfAPerson() {
    var she = newcomers.person("MANAGER", "Айгуль", demo().first().user("MANAGER"));
    var hers = signedIn(she, "/settings/profile", Look.DESK);
    var admin =
        signedIn(
            newcomers.person("ORG_ADMIN", "Нурзат", demo().first().user("ORG_ADMIN")),
            "/settings/people",
            Look.DESK);
    readAnew(admin, () -> admin.locator("tbody a", saying("Айгуль")).click());
    readAnew(admin, () -> Asked.means(admin.locator("[id='entry:out']")));
    shown(admin.locator(".banner.success"));
    counts(admin.locator("[id='entry:out']"), 0);
    isOut(hers);
  }

  /** Another password is a new beginning here, and the end everywhere else. */
  @Test
  void anotherPasswordLeavesThisBrowserOnly() {
    var she = newcomers.person("MANAGER", "Айгуль", demo().first().user("MANAGER"));
    var elsewhere = signedIn(she, "/settings/profile", Look.DESK);
    var here = signedIn(she, "/settings/profile", Look.DESK);
    here.fill("[id='secrets:present']", she.password());
    here.fill("[id='secrets:next']", "three words in a row");
    here.fill("[id='secrets:again']", "three words in a row");
    readAnew(here, () -> here.click("[id='secrets:change']"));
    shown(here.locator(".banner.success"));
    stays(here);
    isOut(elsewhere);
    enters(elsewhere, new Demo.Account(she.login(), "three words in a row", she.role()));
    elsewhere.waitForURL(address -> !address.contains("/login"));
  }

  /** The cookie that remembers the browser is all that is left to it. */
  private static void forgetsItsSession(Page page) {
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
  }

  /** What is pushed to her ends with her session, and the page says so while it is left. */
  private void isOut(Page page) {
    allows("omnifaces.push/notices");
    page.navigate(url("/settings/profile"));
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
  }

  private static void stays(Page page) {
    page.navigate(url(PAGE));
    counts(rows(page), 1);
  }

  private static Locator rows(Page page) {
    return page.locator("section[aria-labelledby=browsers] tbody tr");
  }
}
