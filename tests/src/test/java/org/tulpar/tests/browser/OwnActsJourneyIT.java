package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.NOTHING_UNDER_WAY;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;
import static org.tulpar.tests.browser.Inbox.told;
import static org.tulpar.tests.browser.Keyboard.pressesRussian;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers.Word;

/**
 * What a person does herself is no news to her: a row stays where it is as long as it lies on the
 * pile that is shown, and leaves at once when it does not, wherever the pointer is.
 */
class OwnActsJourneyIT extends Journey {

  /** Which rows stood in the list, in their order, at any moment from now on. */
  private static final String WATCH =
      """
      () => {
        const rows = document.getElementById('rows');
        const note = () => window.stood.add(Array.from(rows.children, row => row.dataset.key).join());
        window.stood = new Set();
        note();
        new MutationObserver(note).observe(rows, { childList: true });
      }""";

  private final Day day = new Day(demo().first().user("ORG_ADMIN"));

  @Test
  void whatIsClosedAmongAllStaysInItsPlace() {
    var page = opened("/inbox?tab=ALL&sort=LATEST", "Бермет");
    page.evaluate(WATCH);
    hears(page, () -> pressesRussian(page, "KeyE", "у"));
    told(page, "Закрыто: 1");
    stands(page, "Бермет", "Закрыт");
    nothingMoved(page, "1,2,3,4");
    assertThat(row(page, "Бермет")).hasAttribute("aria-current", "true");
    assertThat(page.locator("#top [data-act=reopen]")).isVisible();
    hears(page, undo(page, "Закрыто: 1")::click);
    stands(page, "Бермет", "Ждёт 10 мин");
    assertThat(page.locator("#top [data-act=close]")).isVisible();
    nothingMoved(page, "1,2,3,4");
    pressesRussian(page, "KeyE", "у");
    stands(page, "Бермет", "Закрыт");
    pressesRussian(page, "KeyJ", "о");
    shown(said(page, "Пишет Венера"));
    nothingMoved(page, "1,2,3,4");
  }

  @Test
  void manyThatAreClosedAmongAllStayInTheirPlaces() {
    var page = signedIn(day.aigul, "/inbox?tab=ALL&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    row(page, "Бермет").locator("[data-act=pick]").click();
    row(page, "Венера").locator("[data-act=pick]").click();
    waits(page, "Бермет");
    page.evaluate(WATCH);
    hears(page, page.locator("#bulk [data-act=close-picked]")::click);
    told(page, "Закрыто: 2");
    stands(page, "Бермет", "Закрыт");
    stands(page, "Венера", "Закрыт");
    assertThat(row(page, "Бермет").locator(".count")).hasCount(0);
    nothingMoved(page, "1,2,3,4");
    hears(page, undo(page, "Закрыто: 2")::click);
    waits(page, "Бермет");
    waits(page, "Венера");
    nothingMoved(page, "1,2,3,4");
  }

  @Test
  void whatIsPutOffByMistakeWaitsAgainAsItWaited() {
    var page = signedIn(day.aigul, "/inbox?tab=ALL&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    row(page, "Бермет").locator("[data-act=pick]").click();
    page.locator("#bulk [data-menu=snoozes]").click();
    var length = page.locator("#snoozes [data-until=PT3H]");
    shown(length);
    hears(page, length::click);
    told(page, "Отложено: 1");
    stands(page, "Бермет", "до ");
    hears(page, undo(page, "Отложено: 1")::click);
    waits(page, "Бермет");
  }

  /** What is done next does not take away what is offered for what was done before. */
  @Test
  void eachOfTwoThatAreClosedInHasteIsUndoneByItself() {
    var page = signedIn(day.aigul, "/inbox?tab=ALL&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    var held = new ArrayList<Route>();
    page.route(
        "**/inbox*",
        route -> {
          var posted = route.request().postData();
          if (held.isEmpty() && posted != null && posted.contains("&act=")) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    closes(page, "Бермет");
    page.waitForCondition(() -> !held.isEmpty());
    closes(page, "Венера");
    hears(page, held.getFirst()::resume);
    var offers = page.locator("#toasts .toast", saying("Закрыто: 1"));
    counts(offers, 2);
    hears(page, offers.first().locator("button")::click);
    waits(page, "Бермет");
    stands(page, "Венера", "Закрыт");
  }

  private static void closes(Page page, String client) {
    row(page, client).locator("[data-act=pick]").click();
    page.locator("#bulk [data-act=close-picked]").click();
  }

  @Test
  void whatHasGoneOnMeanwhileIsNotUndoneAndThatIsSaid() {
    var page = opened("/inbox?tab=ALL&sort=LATEST", "Бермет");
    hears(page, () -> pressesRussian(page, "KeyE", "у"));
    told(page, "Закрыто: 1");
    hears(page, () -> pressesRussian(page, "KeyE", "у"));
    stands(page, "Бермет", "Ждёт");
    undo(page, "Закрыто: 1").click();
    shown(page.locator("#toasts .toast.bad", saying("Вернуть не вышло: после этого там уже")));
    stands(page, "Бермет", "Ждёт");
  }

  /** Ten minutes by now, and of what was written nothing is read. */
  private static void waits(Page page, String client) {
    stands(page, client, "Ждёт 10 мин");
    assertThat(row(page, client).locator(".count")).hasText("1");
  }

  private static Locator undo(Page page, String words) {
    return page.locator("#toasts .toast", saying(words)).locator("button");
  }

  @Test
  void whatIsTakenGivenBackOrPutOffAmongAllStaysToo() {
    var page = opened("/inbox?tab=ALL&sort=LATEST", "Бермет");
    page.evaluate(WATCH);
    hears(page, () -> pressesRussian(page, "KeyT", "е"));
    stands(page, "Бермет", "Вы");
    hears(page, () -> pressesRussian(page, "KeyT", "е"));
    stands(page, "Бермет", "Бот отвечает");
    pressesRussian(page, "KeyM", "ь");
    var length = page.locator("#snoozes [data-until=PT3H]");
    shown(length);
    hears(page, length::click);
    told(page, "Отложено: 1");
    stands(page, "Бермет", "до ");
    nothingMoved(page, "1,2,3,4");
  }

  /** Where those who wait come first, she who waits no more stands behind them. */
  @Test
  void whatHasAnotherPlaceInTheOrderGoesThereAtOnce() {
    var page = opened("/inbox?tab=ALL&sort=WAITING", "Бермет");
    hears(page, () -> pressesRussian(page, "KeyT", "е"));
    page.evaluate(WATCH);
    nothingMoved(page, "1,3,4,2");
    stands(page, "Бермет", "Вы");
  }

  @Test
  void whatLiesThereNoMoreLeavesFromUnderThePointer() {
    day.newcomers.conversation(5, "Диана", Word.BOT, 0, 1);
    day.newcomers.said(5, "BOT", "READ", "Пишет бот");
    day.newcomers.conversation(6, "Жанна", Word.BOT, 0, 1);
    day.newcomers.said(6, "BOT", "READ", "Пишет бот");
    var page = signedIn(day.aigul, "/inbox/5?tab=BOT", Look.DESK);
    page.waitForLoadState();
    counts(page.locator("#rows .conv"), 2);
    row(page, "Диана").hover();
    hears(page, () -> pressesRussian(page, "KeyT", "е"));
    assertThat(page.locator("#rows .conv", saying("Диана"))).hasCount(0);
    assertThat(page.locator("#moved")).isHidden();
    pressesRussian(page, "KeyJ", "о");
    shown(page.locator("#top h2", saying("Жанна")));
  }

  /** With her row under the pointer: what is news would wait. */
  private Page opened(String path, String client) {
    var page = signedIn(day.aigul, path, Look.DESK);
    page.waitForLoadState();
    counts(page.locator("#rows .conv"), 4);
    hears(page, row(page, client)::click);
    shown(said(page, "Пишет " + client));
    return page;
  }

  /** Does it, and waits until the page has heard of it as everybody does, too. */
  private static void hears(Page page, Runnable act) {
    page.waitForResponse(OwnActsJourneyIT::bringsNews, act);
    page.waitForFunction(NOTHING_UNDER_WAY);
  }

  private static boolean bringsNews(Response answer) {
    var posted = answer.request().postData();
    return posted != null && posted.contains("alone=");
  }

  private static void stands(Page page, String client, String words) {
    assertThat(badge(page, client)).containsText(words);
  }

  private static Locator badge(Page page, String client) {
    return row(page, client).locator(".badge").first();
  }

  private static void nothingMoved(Page page, String order) {
    assertThat(page.locator("#moved")).isHidden();
    assertThat(page.evaluate("() => Array.from(window.stood)")).isEqualTo(List.of(order));
  }
}
