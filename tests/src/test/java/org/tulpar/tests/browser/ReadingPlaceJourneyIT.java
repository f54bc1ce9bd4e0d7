package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Planted;

/** Whoever has read back in a conversation and looks into another one finds her place again. */
class ReadingPlaceJourneyIT extends Journey {

  private static final String LONG = "77060000064";
  private static final String OTHER = "77060000065";
  private static final String FULL = "77060000066";
  private static final String FAR = "77060000068";
  private static final String BEFORE = "77060000067";
  private static final String MEANWHILE = "77060000069";
  private static final String ELSEWHERE = "77060000070";

  private static final String TWICE =
      """
      () => {
        const keys = Array.from(document.querySelectorAll('#flow > [data-key]'), line => line.dataset.key);
        return keys.length - new Set(keys).size;
      }""";

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

  /** She has asked for what lies before, and it is not there any more when she comes back. */
  @Test
  void thePlaceIsKeptHoweverFarBackItLies() {
    var channel = demo().first().channel();
    Customer.writes(channel, FAR, "Пишет с прошлого года");
    Customer.writes(channel, OTHER, "Ещё один вопрос");
    await().atMost(SOON).until(() -> Planted.messagesFrom(FAR) > 0);
    Planted.lines(channel, FAR, "Прошлогоднее", 180);
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, FAR);
    for (var passed : List.of("Прошлогоднее 90.", "Прошлогоднее 45.")) {
      page.click("#older");
      arrives(said(page, passed));
    }
    var line = said(page, "Прошлогоднее 50.");
    line.evaluate("one => one.scrollIntoView({ block: 'center' })");
    var before = line.boundingBox().y;
    row(page, OTHER).click();
    shown(said(page, "Ещё один вопрос"));
    row(page, FAR).click();
    shown(line);
    page.waitForCondition(() -> Math.abs(line.boundingBox().y - before) < 4);
    page.click("#older");
    arrives(said(page, "Прошлогоднее 1."));
    assertThat(said(page, "Пишет с прошлого года")).isAttached();
    assertThat(page.evaluate(TWICE)).as("lines that are there twice").isEqualTo(0);
  }

  /**
   * The answer about another row says nothing of the thread: neither older lines nor new ones go.
   */
  @Test
  void whatIsWrittenElsewhereTakesNoLineAway() {
    var channel = demo().first().channel();
    Customer.writes(channel, MEANWHILE, "Начало другой переписки");
    await().atMost(SOON).until(() -> Planted.messagesFrom(MEANWHILE) > 0);
    Planted.lines(channel, MEANWHILE, "Когда-то", 60);
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, MEANWHILE);
    page.click("#older");
    arrives(said(page, "Когда-то 1."));
    Customer.writes(channel, ELSEWHERE, "Пишет кто-то другой");
    shown(row(page, ELSEWHERE));
    page.waitForFunction(Inbox.NOTHING_UNDER_WAY);
    assertThat(said(page, "Когда-то 1.")).isAttached();
    assertThat(said(page, "Когда-то 60.")).isAttached();
  }

  private static void arrives(Locator line) {
    line.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  /** As after a lost connection, of which the page hears while she goes on to another one. */
  @Test
  void aWordAboutTheConversationBeforeCostsTheNextOneNothing() {
    var channel = demo().first().channel();
    Customer.writes(channel, FULL, "Начало переписки");
    Customer.writes(channel, BEFORE, "Был здесь раньше");
    await().atMost(SOON).until(() -> Planted.messagesFrom(FULL) > 0);
    Planted.lines(channel, FULL, "Давно", 60);
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, BEFORE);
    var before = page.locator("#inbox").getAttribute("data-conversation");
    comesBackWhileItOpens(page);
    page.waitForFunction(Inbox.NOTHING_UNDER_WAY);
    page.evaluate("c => inboxReload(Inbox.params({ c: c, seen: 'false' }))", before);
    page.waitForFunction(Inbox.NOTHING_UNDER_WAY);
    page.click("#older");
    arrives(said(page, "Давно 1."));
    assertThat(page.locator("#older")).isHidden();
  }

  /** What the page missed is asked about where she is then. */
  private static void comesBackWhileItOpens(Page page) {
    page.waitForFunction(Inbox.NOTHING_UNDER_WAY);
    var wanted = Pattern.compile("&c=" + row(page, FULL).getAttribute("data-key") + "(&|$)");
    var held = new ArrayList<Route>();
    page.route("**/inbox*", held::add);
    row(page, FULL).click();
    page.waitForCondition(() -> !held.isEmpty());
    page.waitForRequest(
        request -> asksForAll(request.postData()) && wanted.matcher(request.postData()).find(),
        () -> {
          page.evaluate("window.dispatchEvent(new Event('online'))");
          page.unrouteAll();
          held.forEach(Route::resume);
        });
    shown(said(page, "Давно 60."));
  }

  private static boolean asksForAll(String posted) {
    return posted != null && posted.contains("labels=") && !posted.contains("ids=");
  }

  /** Where a line of the middle stands on the screen. */
  private static double top(Page page) {
    return said(page, "Строка 15 длинного рассказа").boundingBox().y;
  }
}
