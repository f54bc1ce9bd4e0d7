package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tulpar.tests.browser.TranslationJourneyIT.Side;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Swept;

/**
 * One client from her question to the day after, without leaving the page: taken over, read and
 * answered in two languages, her deal moved on, put off until tomorrow, and found again.
 */
class OneClientJourneyIT extends Journey {

  private static final String NEW = "Новый";
  private static final String PAYING = "Ждём оплату";

  private final Demo.Channel channel = demo().first().channel();
  private final String title = "Issyk-Kul " + UUID.randomUUID();

  @ParameterizedTest
  @MethodSource("org.tulpar.tests.browser.TranslationJourneyIT#sides")
  void fromTheQuestionToTheDayAfter(Side side) {
    var number = side.number().replace("770600000", "770600001");
    afterwards(() -> Swept.deals(channel, title));
    var page = signedIn("MANAGER", "/inbox?tab=ALL", side.look());
    Customer.writes(channel, number, TranslationJourneyIT.ASKED);
    opens(page, number);
    takesOver(page);
    answers(page, side, number);
    movesTheDeal(page, side);
    putsItOff(page, number);
    finds(page, number);
    looksAt(page, side.look().picture("one-client"));
    givesBackAndCloses(page);
  }

  private static void takesOver(Page page) {
    page.keyboard().press("Alt+KeyT");
    shown(page.locator(".handler.human [data-act=return]"));
  }

  private void answers(Page page, Side side, String number) {
    shown(said(page, side.read()));
    page.fill("#reply", side.answer());
    assertThat(page.locator("#preview-text"))
        .hasValue(
            side.translation(),
            new LocatorAssertions.HasValueOptions().setTimeout(SOON.toMillis()));
    page.keyboard().press("Enter");
    await()
        .atMost(SOON)
        .until(() -> Gateway.sentTo(channel.instance(), number).contains(side.translation()));
    shown(said(page, side.answer()));
  }

  private void movesTheDeal(Page page, Side side) {
    page.fill("#deal-new input", title);
    page.locator("#deal-new button").click();
    stands(page, NEW);
    page.locator("#top [data-menu=stages]").click();
    page.locator("#stages button", saying(PAYING)).click();
    stands(page, PAYING);
    var moved = side.look().tongue().equals("ru") ? "«%s» → «%s»" : "“%s” → “%s”";
    shown(page.locator("#toasts .toast", saying(moved.formatted(NEW, PAYING))));
  }

  private static void stands(Page page, String stage) {
    shown(page.locator("#top [data-menu=stages]", saying(stage)));
    shown(page.locator("#deal-side", saying(stage)));
  }

  /** Out of sight, and it is said where it is. */
  private static void putsItOff(Page page, String number) {
    page.keyboard().press("Alt+KeyM");
    page.locator("#snoozes [data-until=TOMORROW]").click();
    shown(page.locator(".handler.snoozed"));
    page.navigate(url("/inbox?tab=MINE"));
    counts(page.locator("#rows a.conv", saying(number)), 0);
  }

  private static void finds(Page page, String number) {
    page.waitForLoadState();
    page.fill("#q", number);
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*[?&]q=.*"));
    counts(page.locator("#rows a.conv"), 1);
    opens(page, number);
    shown(page.locator(".handler.snoozed"));
    shown(page.locator("#top [data-menu=stages]", saying(PAYING)));
  }

  private static void givesBackAndCloses(Page page) {
    page.locator(".handler.snoozed [data-act=reopen]").click();
    counts(page.locator(".handler.snoozed"), 0);
    page.locator(".handler [data-act=return]").click();
    shown(page.locator(".handler [data-act=take]"));
    page.keyboard().press("Alt+KeyE");
    shown(page.locator("#top [data-act=reopen]").first());
  }
}
