package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;
import static org.tulpar.tests.browser.Inbox.told;
import static org.tulpar.tests.browser.Keyboard.MOST_STEPS;
import static org.tulpar.tests.browser.Keyboard.focused;
import static org.tulpar.tests.browser.Keyboard.pressesRussian;
import static org.tulpar.tests.browser.Keyboard.seen;
import static org.tulpar.tests.browser.Keyboard.walksTo;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Newcomers.Word;

/** The inbox without a mouse, on whatever keyboard, and along the browser's own way back. */
class KeysJourneyIT extends Journey {

  private final Day day = new Day(demo().first().user("ORG_ADMIN"));
  private final Newcomers newcomers = day.newcomers;
  private final Demo.Account aigul = day.aigul;

  @Test
  void aDayIsWorkedOffWithoutAMouse() {
    var page = signedIn(aigul, "/inbox?tab=ALL&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    walksTo(page, "#rows .conv");
    assertThat(row(page, "Асель")).isFocused();
    picksTwo(page);
    onPicked(page, "assign");
    page.keyboard().press("ArrowDown");
    chooses(page, "#assign", "Бакыт");
    told(page, "Назначено: 2");
    picksTwo(page);
    onPicked(page, "tagging");
    page.keyboard().type("Зима");
    page.keyboard().press("Enter");
    told(page, "Метка поставлена: 2");
    picksTwo(page);
    onPicked(page, "snoozes");
    page.keyboard().press("Enter");
    told(page, "Отложено: 2");
    page.navigate(url("/inbox?tab=ALL&state=SNOOZED"));
    counts(page.locator("#rows a.conv"), 2);
    assertThat(row(page, "Асель")).isVisible();
    assertThat(row(page, "Бермет")).isVisible();
    opensAndNotes(page);
  }

  /** The first two rows, by the space bar. */
  private static void picksTwo(Page page) {
    assertThat(page.locator("#rows .conv").first()).isFocused();
    page.keyboard().press("Space");
    page.keyboard().press("ArrowDown");
    seen(page);
    page.keyboard().press("Space");
    assertThat(page.locator("#rows .conv.picked")).hasCount(2);
    shown(page.locator("#picked", saying("2")));
  }

  /** From the rows back to what can be done to the picked, and into its menu. */
  private static void onPicked(Page page, String menu) {
    var button = page.locator("#bulk [data-menu=" + menu + "]");
    for (int i = 0; i < MOST_STEPS && !focused(button); i++) {
      page.keyboard().press("Shift+Tab");
      seen(page);
    }
    assertThat(button).isFocused();
    page.keyboard().press("Enter");
    shown(page.locator("#" + menu));
  }

  private static void chooses(Page page, String menu, String words) {
    var wanted = page.locator(menu + " button", saying(words));
    for (int i = 0; i < MOST_STEPS && !focused(wanted); i++) {
      page.keyboard().press("ArrowDown");
      seen(page);
    }
    page.keyboard().press("Enter");
  }

  private static void opensAndNotes(Page page) {
    page.waitForLoadState();
    walksTo(page, "#rows .conv");
    page.keyboard().press("Enter");
    shown(said(page, "Пишет Асель"));
    assertThat(page.locator("#reply")).isFocused();
    seen(page);
    assertThat(page.locator("#labels", saying("Зима"))).isVisible();
    assertThat(page.locator(".thread-head .whose", saying("Бакыт"))).isVisible();
    page.keyboard().press("Alt+KeyP");
    page.keyboard().type("Первая строка");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("и вторая");
    assertThat(page.locator("#reply")).hasValue("Первая строка\nи вторая");
    assertThat(page.locator("#flow article.note")).hasCount(0);
    page.keyboard().press("Enter");
    shown(page.locator("#flow article.note", saying("и вторая")));
  }

  @Test
  void keysLiveOnEveryLayoutAndTheBrowserGoesBack() {
    var page = signedIn(aigul, "/inbox?tab=ALL&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    pressesRussian(page, "KeyJ", "о");
    stands(page, "Асель");
    pressesRussian(page, "KeyJ", "о");
    stands(page, "Бермет");
    var bermet = page.url();
    pressesRussian(page, "KeyK", "л");
    stands(page, "Асель");
    pressesRussian(page, "KeyO", "щ");
    assertThat(page.locator("#card")).isHidden();
    pressesRussian(page, "KeyO", "щ");
    assertThat(page.locator("#card")).isVisible();
    pressesRussian(page, "KeyT", "е");
    shown(page.locator(".handler.human [data-act=return]"));
    page.click("#profile");
    assertThat(page).hasURL(Pattern.compile(".*/clients/1"));
    page.goBack();
    stands(page, "Асель");
    page.goBack();
    stands(page, "Бермет");
    page.goBack();
    stands(page, "Асель");
    page.goBack();
    assertThat(page).hasURL(Pattern.compile(".*/inbox\\?.*"));
    page.goForward();
    stands(page, "Асель");
    page.goForward();
    stands(page, "Бермет");
    page.navigate(bermet);
    stands(page, "Бермет");
    assertThat(row(page, "Бермет")).hasAttribute("aria-current", "true");
  }

  /** A conversation leaves the list while it is open, and the list is longer than what is shown. */
  @Test
  void oneAfterAnotherTheWholeListIsReached() {
    for (int id = 10; id < 70; id++) {
      newcomers.conversation(id, "Клиент " + id + ".", Word.NOBODY, 1, 1);
      newcomers.said(id, "CLIENT", "DELIVERED", "Пишет Клиент " + id + ".");
    }
    var page = signedIn(aigul, "/inbox?tab=UNASSIGNED&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    counts(page.locator("#rows a.conv"), 50);
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Асель");
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Бермет");
    page.keyboard().press("Alt+KeyT");
    counts(page.locator("#rows a.conv", saying("Бермет")), 0);
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Венера");
    page.keyboard().press("Alt+KeyK");
    stands(page, "Асель");
    row(page, "Клиент 55.").click();
    stands(page, "Клиент 55.");
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Клиент 56.");
    page.keyboard().press("Alt+KeyJ");
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Клиент 58.");
  }

  private static void stands(Page page, String client) {
    shown(page.locator("#top h2", saying(client)));
    shown(said(page, "Пишет " + client));
    assertThat(page).hasURL(Pattern.compile(".*/inbox/\\d+\\?.*"));
  }
}
