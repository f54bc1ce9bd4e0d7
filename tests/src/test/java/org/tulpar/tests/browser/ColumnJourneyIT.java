package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Planted;
import org.tulpar.tests.server.Swept;

/** What is done in a column: begun there, put in order, won, and read to its end. */
class ColumnJourneyIT extends Journey {

  private static final String NUMBER = "77060000094";
  private static final int CHOOSING = 1;
  private static final int PAGE = 50;

  private final Demo.Channel channel = demo().first().channel();
  private final String title = "Arslanbob " + UUID.randomUUID();

  @Test
  void aDealBegunInAColumnIsPutInOrderByKeysAndWon() {
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    Customer.writes(channel, NUMBER, "Сколько стоит Арсланбоб?");
    opens(aigul, NUMBER);
    aigul.navigate(url("/deals"));
    begins(aigul, "первая");
    begins(aigul, "вторая");
    var bakyt = signedIn("MANAGER", "/deals", Look.DESK);
    ordered(bakyt, "вторая", "первая");
    card(aigul, "вторая").focus();
    aigul.keyboard().press("Control+ArrowDown");
    ordered(bakyt, "первая", "вторая");
    assertThat(card(aigul, "вторая")).isFocused();
    aigul.keyboard().press("Control+ArrowUp");
    ordered(bakyt, "вторая", "первая");
    wins(aigul);
    var won = bakyt.locator(".col[data-kind=WON]").locator(".deal", saying(title, "вторая"));
    shown(won);
    assertThat(won.locator(".price")).hasText(Pattern.compile("72\\s000\\sKGS"));
    ordered(bakyt, "первая");
  }

  @Test
  void aLongColumnIsReadOnPageByPage() {
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    Customer.writes(channel, NUMBER, "Нас много");
    opens(aigul, NUMBER);
    afterwards(() -> Swept.deals(channel, title));
    Planted.deals(channel, NUMBER, title, PAGE + 10, 1);
    aigul.navigate(url("/deals?q=" + title.replace(" ", "+")));
    var cards = aigul.locator(".col").first().locator(".deal", saying(title, ""));
    counts(cards, PAGE);
    assertThat(aigul.locator(".col").first().locator("header .count")).hasText("60");
    aigul.locator(".col").first().locator("[data-act=more]").click();
    counts(cards, PAGE + 10);
    assertThat(aigul.locator(".col").first().locator("[data-act=more]")).isHidden();
    aigul.evaluate("document.querySelectorAll('.col')[0].querySelector('.deal').dataset.rev = ''");
    aigul.evaluate("window.dispatchEvent(new Event('online'))"); // all is read anew
    counts(aigul.locator(".col").first().locator(".deal[data-rev='']"), 0);
    assertThat(cards).hasCount(PAGE + 10);
    assertThat(aigul.locator(".col").first().locator("[data-act=more]")).isHidden();
  }

  @Test
  void aNewDealThatWasBeingTypedIsThereWhenTheServerHasForgottenThePage() {
    var aigul = signedIn("ORG_ADMIN", "/deals", Look.DESK);
    aigul.waitForLoadState();
    aigul.locator(".col").nth(CHOOSING).locator("header [data-act=new]").click();
    aigul.fill("#create-name", title);
    readAnew(aigul, () -> aigul.evaluate("tulparExpired()"));
    aigul.waitForLoadState();
    aigul.locator(".col").nth(CHOOSING).locator("header [data-act=new]").click();
    assertThat(aigul.locator("#create-name")).hasValue(title);
    aigul.locator("#create [data-act=cancel]").first().click();
    aigul.locator(".col").nth(CHOOSING).locator("header [data-act=new]").click();
    assertThat(aigul.locator("#create-name")).hasValue("");
  }

  /** There is no place between two cards: those below move apart, and everybody hears of it. */
  @Test
  void aCardLiesWhereItWasPutThoughTheOthersMovedApart() {
    Customer.writes(channel, NUMBER, "Нам тесно");
    await().atMost(SOON).until(() -> Planted.messagesFrom(NUMBER) > 0);
    afterwards(() -> Swept.deals(channel, title));
    Planted.deals(channel, NUMBER, title, 3, 1);
    var path = "/deals?q=" + title.replace(" ", "+");
    var aigul = signedIn("ORG_ADMIN", path, Look.DESK);
    var bakyt = signedIn("MANAGER", path, Look.DESK);
    var cards = aigul.locator(".col").first().locator(".deal");
    counts(cards, 3);
    var ids = cards.all().stream().map(card -> card.getAttribute("data-id")).toList();
    cards.nth(2).focus();
    aigul.keyboard().press("Control+ArrowUp");
    for (var page : List.of(aigul, bakyt)) {
      var now = page.locator(".col").first().locator(".deal");
      assertThat(now.nth(0)).hasAttribute("data-id", ids.get(0));
      assertThat(now.nth(1)).hasAttribute("data-id", ids.get(2));
      assertThat(now.nth(2)).hasAttribute("data-id", ids.get(1));
    }
  }

  private void begins(Page page, String which) {
    var name = title + " " + which;
    afterwards(() -> Swept.deals(channel, name));
    page.locator(".col").nth(CHOOSING).locator("header [data-act=new]").click();
    page.fill("#create-q", NUMBER);
    shown(page.locator("#create-client option", new Page.LocatorOptions().setHasText(NUMBER)));
    page.fill("#create-name", name);
    page.locator("#create button[type=submit]").click();
    shown(column(page).locator(".deal", saying(title, which)));
  }

  private void wins(Page page) {
    card(page, "вторая").focus();
    page.keyboard().press("KeyM");
    var stage = page.locator(".col[data-kind=WON]").getAttribute("data-stage");
    page.locator("#move-stage").selectOption(stage);
    shown(page.locator("#move-amount"));
    assertThat(page.locator("#move-reason")).isHidden();
    page.fill("#move-amount", "72 000");
    looksAt(page, "board-won-1440-ru-light");
    page.locator("#move button[type=submit]").click();
    counts(page.locator("#move[open]"), 0);
  }

  private void ordered(Page page, String... which) {
    var mine = column(page).locator(".deal", saying(title, ""));
    counts(mine, which.length);
    for (int i = 0; i < which.length; i++) {
      assertThat(mine.nth(i)).containsText(which[i]);
    }
  }

  private static Locator column(Page page) {
    return page.locator(".col").nth(CHOOSING);
  }

  private Locator card(Page page, String which) {
    return page.locator("#board .deal", Inbox.saying(title + " " + which));
  }

  private static Locator.LocatorOptions saying(String title, String which) {
    return new Locator.LocatorOptions().setHasText(title + (which.isEmpty() ? "" : " " + which));
  }
}
