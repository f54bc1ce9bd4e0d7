package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Swept;

/** Ctrl+K finds whatever a person works with, on whatever page she is; ? tells the keys. */
class PaletteJourneyIT extends Journey {

  private final String word = "Жемчуг" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

  @Test
  void everythingIsFoundFromEveryPage() {
    var channel = demo().first().channel();
    afterwards(() -> Swept.deals(channel, word + " на двоих"));
    Customer.writes(channel, "77060000062", word);
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, "77060000062");
    page.fill("#deal-new input", word + " на двоих");
    page.locator("#deal-new button").click();
    shown(page.locator("#deal-side", saying(word)));
    page.click("#profile");
    page.fill("[id='card:name']", word + " Асанова");
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    page.navigate(url("/products/new"));
    page.fill("[id='card:name']", word + " тур");
    page.fill("[id='card:code']", word);
    page.click("[id='card:add']");
    shown(page.locator(".banner.success"));
    page.navigate(url("/settings/tags"));
    asks(page);
    counts(found(page), 4);
    looksAt(page, "palette-everywhere-1440-ru-light");
    found(page).locator("b", new Locator.LocatorOptions().setHasText("Асанова")).last().click();
    assertThat(page).hasURL(Pattern.compile(".*/clients/\\d+"));
    asks(page);
    found(page, "на двоих").click();
    assertThat(page).hasURL(Pattern.compile(".*/deals\\?p=\\d+#\\d+"));
    asks(page);
    found(page, "тур").click();
    assertThat(page).hasURL(Pattern.compile(".*/products/\\d+"));
    page.waitForLoadState(); // the keys are heard once the page has its scripts
    page.locator("body").press("?");
    shown(page.locator("#help"));
    assertThat(page.locator("#help .label", saying("На доске воронки"))).hasCount(1);
    assertThat(page.locator("#help dd", saying("Передвинуть карточку"))).isVisible();
    looksAt(page, "help-everywhere-1440-ru-light");
  }

  @ParameterizedTest
  @CsvSource({"ru-RU, Клиенты: 1 200, Метки", "en-US, 'Clients: 1,200', Tags"})
  void whateverHasAListIsFoundAndEveryPageByItsName(String language, String many, String tags) {
    var newcomers = new Newcomers();
    newcomers.trade().buys("Эдельвейс Групп", 1200, 4321);
    newcomers.trade().sellsFor("Караван Эдельвейс");
    var page = admin(newcomers, "/clients", Look.DESK.speaking(language));
    asks(page, "эдельв");
    found(page, "Караван Эдельвейс").click();
    assertThat(page).hasURL(Pattern.compile(".*/partners/\\d+"));
    asks(page, "4321");
    found(page, "4321").click();
    assertThat(page).hasURL(Pattern.compile(".*/orders/5"));
    asks(page, "эдельв");
    found(page)
        .locator("b", new Locator.LocatorOptions().setHasText("Эдельвейс Групп"))
        .click(); // beside her name, each client says where she works
    assertThat(page).hasURL(Pattern.compile(".*/companies/5"));
    shown(page.locator(".page-head p", saying(many)));
    for (var name : List.of("метк", "tag")) {
      asks(page, name);
      found(page, tags).click();
      assertThat(page).hasURL(Pattern.compile(".*/settings/tags"));
    }
  }

  /** Who has no keys goes through the menu. */
  @Test
  void onAPhoneSearchAndHelpAreInTheMenu() {
    var phone = signedIn("MANAGER", "/inbox?tab=ALL", Look.PHONE);
    chooses(phone, "palette");
    assertThat(phone.locator("#palette-q")).isFocused();
    looksAt(phone, "palette-menu-390-ru-light");
    phone.keyboard().press("Escape");
    assertThat(phone.locator("#palette")).isHidden();
    assertThat(phone.locator(".tabbar summary")).isFocused();
    chooses(phone, "help");
    assertThat(phone.locator("#help .about")).containsText("«Ждут»");
    assertThat(phone.locator(".tabbar .menu")).isHidden();
    looksAt(phone, "help-menu-390-ru-light");
    phone.locator("#help header button").click();
    assertThat(phone.locator("#help")).isHidden();
  }

  private static void chooses(Page phone, String entry) {
    phone.waitForLoadState();
    phone.locator(".tabbar summary").click();
    phone.locator(".tabbar [data-shows=" + entry + "]").click();
    shown(phone.locator("#" + entry));
  }

  @ParameterizedTest
  @CsvSource({
    "/inbox?tab=ALL, Unassigned",
    "/deals, stage of the funnel",
    "/clients, segment",
    "/dashboard, working hours"
  })
  void aNewcomerIsToldWhatSheDoesHere(String path, String words) {
    var page = signedIn("MANAGER", path, Look.DESK.speaking("en-US"));
    page.waitForLoadState();
    page.locator(".nav .usermenu > summary").click();
    page.locator(".nav [data-shows=help]").click();
    shown(page.locator("#help .about", saying(words)));
    page.keyboard().press("Escape");
    assertThat(page.locator(".nav .usermenu > summary")).isFocused();
  }

  @Test
  void aManagerFindsHerOwnPagesAndNoneOfTheAdministrators() {
    var page = signedIn("MANAGER", "/clients", Look.DESK);
    asks(page, "профи");
    found(page, "Мой профиль").click();
    assertThat(page).hasURL(Pattern.compile(".*/settings/profile"));
    asks(page, "журнал дей");
    shown(page.locator("#palette-none"));
  }

  @Test
  void nothingOfAnotherOrganizationIsFound() {
    Customer.writes(demo().first().channel(), "77060000063", word);
    var other = demo().organizations().get(1).user("ORG_ADMIN");
    var page = signedIn(other, "/dashboard", Look.DESK);
    asks(page);
    shown(page.locator("#palette-none"));
    counts(found(page), 0);
    page.keyboard().press("Escape");
    var console = signedIn(demo().superAdmin(), "/console", Look.DESK);
    asks(console);
    shown(console.locator("#palette-none"));
    looksAt(console, "palette-console-1440-ru-light");
  }

  private void asks(Page page) {
    asks(page, word);
  }

  private static void asks(Page page, String words) {
    page.waitForLoadState();
    page.keyboard().press("Control+KeyK");
    shown(page.locator("#palette"));
    page.keyboard().type(words);
  }

  private static Locator found(Page page) {
    return page.locator("#palette-found [role=option]");
  }

  private static Locator found(Page page, String name) {
    return page.locator("#palette-found [role=option]", saying(name)).first();
  }
}
