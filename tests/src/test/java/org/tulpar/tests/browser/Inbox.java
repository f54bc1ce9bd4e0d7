package org.tulpar.tests.browser;

import static org.tulpar.tests.browser.Journey.shown;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** What people do in the inbox in more than one story. */
final class Inbox {

  static final String NOTHING_UNDER_WAY = "() => PrimeFaces.ajax.Queue.isEmpty()";

  private Inbox() {}

  static Page.LocatorOptions saying(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** The row of who writes from a number. */
  static Locator row(Page page, String number) {
    return page.locator("#rows a.conv", saying(number)).first();
  }

  /**
   * Opens the conversation of who writes from a number, on a page that has its scripts: without
   * them the row would lead to another page, and what is pressed next would be pressed on neither.
   */
  static void opens(Page page, String number) {
    page.waitForLoadState();
    var row = row(page, number);
    shown(row);
    row.click();
    shown(page.locator("#flow article.msg").first());
  }

  /** Meanwhile something comes for the page, between the press and the release. */
  static void presses(Page page, Locator what, Runnable meanwhile) {
    what.hover();
    page.mouse().down();
    page.waitForResponse(Inbox::bringsNews, meanwhile);
    page.waitForFunction(NOTHING_UNDER_WAY);
    page.mouse().up();
  }

  private static boolean bringsNews(Response answer) {
    var posted = answer.request().postData();
    return posted != null && posted.contains("&ids=");
  }

  /** The message with these words. */
  static Locator said(Page page, String text) {
    return page.locator("#flow article.msg", saying(text)).first();
  }

  /** Types a reply and waits until the server keeps it as a draft; of nothing it keeps none. */
  static void drafts(Page page, String text) {
    page.waitForResponse(Inbox::keepsADraft, () -> page.fill("#reply", text));
  }

  static boolean keepsADraft(Response answer) {
    var posted = answer.request().postData();
    return posted != null && posted.contains("kind=REPLY");
  }

  /** What was done to the picked rows, which are none any more. */
  static void told(Page page, String words) {
    shown(page.locator("#toasts .toast", saying(words)));
    Journey.counts(page.locator("#rows .conv.picked"), 0);
  }
}
