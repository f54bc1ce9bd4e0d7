package org.tulpar.tests.browser;

import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;

/** Whoever has read back in a conversation and looks into another one finds her place again. */
class ReadingPlaceJourneyIT extends Journey {

  private static final String LONG = "77060000064";
  private static final String OTHER = "77060000065";

  @Test
  void thePlaceIsKeptPerConversation() {
    for (int i = 1; i <= 30; i++) {
      Customer.writes(demo().first().channel(), LONG, "Строка " + i + " длинного рассказа");
    }
    Customer.writes(demo().first().channel(), OTHER, "Короткий вопрос");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, LONG);
    shown(said(page, "Строка 30 длинного рассказа"));
    shown(said(page, "Строка 3 длинного рассказа"));
    page.evaluate(
        "() => { const s = document.getElementById('scroll'); s.scrollTop = -s.scrollHeight / 3; }");
    var before = top(page);
    row(page, OTHER).click();
    shown(said(page, "Короткий вопрос"));
    row(page, LONG).click();
    shown(said(page, "Строка 30 длинного рассказа"));
    page.waitForCondition(() -> Math.abs(top(page) - before) < 4);
  }

  /** Where a line of the middle stands on the screen. */
  private static double top(Page page) {
    return said(page, "Строка 15 длинного рассказа").boundingBox().y;
  }
}
