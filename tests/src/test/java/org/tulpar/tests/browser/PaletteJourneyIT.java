package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
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
    page.waitForLoadState();
    page.keyboard().press("Control+KeyK");
    shown(page.locator("#palette"));
    page.keyboard().type(word);
  }

  private static Locator found(Page page) {
    return page.locator("#palette-found [role=option]");
  }

  private static Locator found(Page page, String name) {
    return page.locator("#palette-found [role=option]", saying(name)).first();
  }
}
