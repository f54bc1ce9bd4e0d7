package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;
import static org.tulpar.tests.browser.Keyboard.seen;
import static org.tulpar.tests.browser.Keyboard.walksTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;

/** What is set up is set up without a mouse. */
class SettingsKeysJourneyIT extends Journey {

  private final Day day = new Day(demo().first().user("ORG_ADMIN"));
  private final Newcomers newcomers = day.newcomers;
  private final Demo.Account aigul = day.aigul;

  @Test
  void settingsAreMadeWithoutAMouse() {
    newcomers.trade().deal(1, "Подбор");
    newcomers.trade().offer("Сон-Куль");
    newcomers.trade().costs(300);
    var page = signedIn(aigul, "/teams", Look.DESK);
    makesATeam(page);
    page.navigate(url("/products"));
    endsAPrice(page);
    page.navigate(url("/pipelines"));
    setsTheFunnelUp(page);
  }

  private static void makesATeam(Page page) {
    walksTo(page, "[id='team:name']");
    page.keyboard().type("Горы");
    walksTo(page, "[id='team:members'] input");
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    seen(page);
    page.keyboard().press("Space");
    assertThat(page.locator("[id='team:members'] input:checked")).hasCount(2);
    page.keyboard().press("Space");
    presses(page, "[id='team:save']", "Enter");
    var row = page.locator("form#all tbody tr", saying("Горы"));
    assertThat(row.locator(".badge")).hasText(new String[] {"Айгуль"});
    presses(page, "form#all input[type=submit]", "Space");
    counts(row, 0);
    presses(page, "[id='removal:restore']", "Enter");
    assertThat(row.locator(".badge")).hasText(new String[] {"Айгуль"});
  }

  private static void endsAPrice(Page page) {
    presses(page, "table.clients tbody a", "Enter");
    var price = page.locator("table.prices tbody tr");
    walksTo(page, "table.prices [name^=last]");
    page.keyboard().type("31.12.2039");
    presses(page, "table.prices [value^='price-end.']", "Space");
    assertThat(price).containsText("31 дек. 2039");
    presses(page, "table.prices [value^='price-remove.']", "Enter");
    counts(price, 0);
    presses(page, "[id='removal:restore']", "Space");
    assertThat(price).containsText("31 дек. 2039");
  }

  private static void setsTheFunnelUp(Page page) {
    var names = page.locator("input[id$=':name']");
    walksTo(page, "[id='pipelines:stage']");
    page.keyboard().type("Оплата");
    presses(page, "[id='pipelines:addStage']", "Space");
    hold(names, "Подбор", "Оплата");
    presses(page, "[aria-label$=': Оплата'][id$=':up']", "Enter");
    hold(names, "Оплата", "Подбор");
    presses(page, "[aria-label$=': Оплата'][id$=':remove']", "Space");
    hold(names, "Подбор");
    presses(page, "[id='pipelines:restore']", "Enter");
    hold(names, "Оплата", "Подбор");
    walksTo(page, "[id='pipelines:reason']");
    page.keyboard().type("Дорого");
    presses(page, "[id='pipelines:addReason']", "Enter");
    presses(page, "[aria-label$=': Дорого'][id$=':archive']", "Space");
    presses(page, "[id='pipelines:restore']", "Space");
    shown(page.locator("[aria-label$=': Дорого'][id$=':archive']"));
  }

  private static void hold(Locator fields, String... values) {
    counts(fields, values.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(fields.nth(i)).hasValue(values[i]);
    }
  }

  /** Walks to a button and presses it; the page that answers is another one. */
  private static void presses(Page page, String button, String key) {
    walksTo(page, button);
    readAnew(page, () -> page.keyboard().press(key));
  }
}
