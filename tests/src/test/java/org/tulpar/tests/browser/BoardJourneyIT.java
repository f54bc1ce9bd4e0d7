package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.OnTheServer;

/** Two people at one board: what one does the other sees, and nobody's move is lost in silence. */
@ExtendWith(OnTheServer.class)
class BoardJourneyIT {

  private static final String NUMBER = "77060000077";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static Chromium chromium;
  private static Demo demo;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    demo = Demo.read();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @Test
  void ofTwoWhoDragOneCardTheSecondIsToldAndSeesWhereItLies() {
    var title = "Song-Kul " + UUID.randomUUID();
    try (var first = chromium.window(1440, 900, "ru-RU", ColorScheme.LIGHT);
        var second = chromium.window(1440, 900, "ru-RU", ColorScheme.DARK)) {
      var aigul = first.newPage();
      signIn(aigul, "ORG_ADMIN");
      var bakyt = second.newPage();
      signIn(bakyt, "MANAGER");
      dealFromTheConversation(aigul, title);
      bakyt.navigate(demo.url() + "/deals");
      takeInHand(aigul, card(aigul, title), 1);
      takeInHand(bakyt, card(bakyt, title), 2);
      aigul.mouse().up();
      shown(aigul.locator("#toasts .toast button"));
      bakyt.mouse().up();
      shown(bakyt.locator("#toasts .toast"));
      lies(bakyt, title, 1);
      lies(aigul, title, 1);
      Chromium.picture(bakyt, "board-1440-ru-dark");
      undone(aigul, title);
      lies(bakyt, title, 0);
      byKeys(bakyt, title);
      lies(aigul, title, 1);
      lostForAReason(bakyt, title);
      Chromium.picture(aigul, "board-1440-ru-light");
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void signIn(Page page, String role) {
    var person = demo.first().user(role);
    page.navigate(demo.url() + "/login");
    page.fill("#user", person.login());
    page.fill("#password", person.password());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile(".*/inbox.*"));
  }

  private static void dealFromTheConversation(Page page, String title) {
    Customer.writes(demo.first().channel(), NUMBER, "Сколько стоит Сон-Куль?");
    page.navigate(demo.url() + "/inbox?tab=ALL");
    var row = page.locator("#rows a.conv", new Page.LocatorOptions().setHasText(NUMBER)).first();
    shown(row);
    row.click();
    page.locator("#card a[href*='/deals?conversation=']").click();
    shown(page.locator("#create"));
    page.fill("#create-name", title);
    page.fill("#create-amount", "72 000");
    page.locator("#create button[type=submit]").click();
    shown(card(page, title));
  }

  /** Lifts the card and holds it over a column; dropping it is the next step. */
  private static void takeInHand(Page page, Locator card, int column) {
    shown(card);
    card.hover();
    page.mouse().down();
    var target = page.locator(".col-cards").nth(column).boundingBox();
    var x = target.x + target.width / 2;
    page.mouse().move(x, target.y + 60);
    page.mouse().move(x, target.y + 40);
    page.mouse().move(x, target.y + 30);
  }

  private static void undone(Page page, String title) {
    page.locator("#toasts .toast button").last().click();
    lies(page, title, 0);
  }

  private static void byKeys(Page page, String title) {
    card(page, title).focus();
    page.keyboard().press("Control+ArrowRight");
    lies(page, title, 1);
  }

  private static void lostForAReason(Page page, String title) {
    var last = page.locator(".col").count() - 1;
    card(page, title).focus();
    page.keyboard().press("KeyM");
    page.locator("#move-stage")
        .selectOption(page.locator(".col").nth(last).getAttribute("data-stage"));
    page.locator("#move button[type=submit]").click();
    shown(page.locator("#move [data-error]"));
    page.locator("#move-reason")
        .selectOption(page.locator("#move-reason option").nth(1).getAttribute("value"));
    page.locator("#move button[type=submit]").click();
    lies(page, title, last);
  }

  private static Locator card(Page page, String title) {
    return page.locator("#board .deal", new Page.LocatorOptions().setHasText(title));
  }

  private static void lies(Page page, String title, int column) {
    shown(
        page.locator(".col")
            .nth(column)
            .locator(".deal", new Locator.LocatorOptions().setHasText(title)));
  }

  private static void shown(Locator what) {
    assertThat(what)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
  }
}
