package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.NOTHING_UNDER_WAY;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Planted;
import org.tulpar.tests.server.Swept;

/** What others do on the board moves no card that somebody points at. */
class StillBoardJourneyIT extends Journey {

  private static final String NUMBER = "77060000403";
  private static final int CARDS = 4;
  private static final long APART = 1 << 20;

  private final Demo.Channel channel = demo().first().channel();
  private final String title = "Tash-Rabat " + UUID.randomUUID();

  @Test
  void theCardUnderThePointerStaysUntilThePointerIsGone() {
    planted();
    var path = "/deals?q=" + title.replace(" ", "+");
    var aigul = signedIn("ORG_ADMIN", path, Look.DESK);
    var bakyt = signedIn("MANAGER", path, Look.DESK);
    counts(cards(aigul, 0), CARDS);
    var ids = IntStream.range(0, CARDS).mapToObj(at -> id(cards(aigul, 0).nth(at))).toList();
    var still = card(bakyt, ids.get(1));
    still.hover();
    bakyt.waitForLoadState();
    bakyt.waitForFunction(NOTHING_UNDER_WAY);
    var before = still.boundingBox();
    Shifts.watches(bakyt);
    goesUp(aigul, ids.get(2), 1);
    goesUp(aigul, ids.get(2), 0);
    shown(waits(bakyt, 1));
    goesOn(aigul, ids.get(0));
    counts(cards(aigul, 1), 1);
    shown(waits(bakyt, 2));
    goesOn(aigul, ids.get(3));
    counts(cards(bakyt, 1), 1); // what lies below moves nobody
    assertThat(still.boundingBox()).usingRecursiveComparison().isEqualTo(before);
    assertThat(Shifts.sum(bakyt)).as(Shifts.told(bakyt)).isLessThan(Shifts.NONE);
    looksAt(bakyt, Look.DESK.picture("board-held"));
    bakyt.mouse().move(0, 0);
    assertThat(cards(bakyt, 0).first()).hasAttribute("data-id", ids.get(2));
    counts(cards(bakyt, 0), 2);
    counts(cards(bakyt, 1), 2);
    assertThat(bakyt.locator(".col > .fresh:visible")).hasCount(0);
  }

  @Test
  void aLostConnectionIsToldWithoutMovingTheBoard() {
    allows("ERR_INTERNET_DISCONNECTED");
    allows("WebSocket");
    planted();
    var page = signedIn("MANAGER", "/deals?q=" + title.replace(" ", "+"), Look.DESK);
    counts(cards(page, 0), CARDS);
    page.waitForLoadState();
    page.waitForFunction(NOTHING_UNDER_WAY);
    var before = Shifts.boxes(page, "#board .deal");
    page.context().setOffline(true);
    shown(page.locator("#lost"));
    assertThat(Shifts.boxes(page, "#board .deal")).isEqualTo(before);
    looksAt(page, Look.DESK.picture("board-lost"));
    page.context().setOffline(false);
    assertThat(page.locator("#lost")).isHidden();
    assertThat(Shifts.boxes(page, "#board .deal")).isEqualTo(before);
  }

  private void planted() {
    Customer.writes(channel, NUMBER, "Хочу в Таш-Рабат");
    await().atMost(SOON).until(() -> Planted.messagesFrom(NUMBER) > 0);
    Planted.silence(channel, NUMBER);
    afterwards(() -> Swept.deals(channel, title));
    Planted.deals(channel, NUMBER, title, CARDS, APART);
  }

  private static void goesUp(Page page, String id, int to) {
    card(page, id).focus();
    page.keyboard().press("Control+ArrowUp");
    assertThat(cards(page, 0).nth(to)).hasAttribute("data-id", id);
    page.waitForFunction(NOTHING_UNDER_WAY);
  }

  private static void goesOn(Page page, String id) {
    card(page, id).focus();
    page.keyboard().press("Control+ArrowRight");
    shown(page.locator(".col").nth(1).locator("[data-id='" + id + "']"));
    page.waitForFunction(NOTHING_UNDER_WAY);
  }

  private static Locator waits(Page page, int number) {
    return page.locator(".col > .fresh", saying("Изменилось: " + number));
  }

  private static Locator card(Page page, String id) {
    return page.locator("#board .deal[data-id='" + id + "']");
  }

  private static String id(Locator card) {
    return card.getAttribute("data-id");
  }

  private static Locator cards(Page page, int column) {
    return page.locator(".col").nth(column).locator(".deal");
  }
}
