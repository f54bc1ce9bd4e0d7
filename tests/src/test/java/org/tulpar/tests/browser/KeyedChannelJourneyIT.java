package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.row;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Simulator;

/** An administrator connects accounts by their keys, and what clients write there comes in. */
class KeyedChannelJourneyIT extends Journey {

  @Test
  void aBotOfTelegram() {
    var bot = number(7_100_000_000L);
    var first = bot + ":AA-first";
    Simulator.hasAccount("TELEGRAM", bot, first, "", "");
    var page = signedIn("ORG_ADMIN", "/settings/channels", Look.DESK);
    page.click("a[href$='type=TELEGRAM']");
    page.fill("[id$=':token']", bot + ":AA-mistyped");
    page.click("[id='key:save']");
    assertThat(page.locator(".banner.danger")).containsText("Ключ не подошёл");
    looksAt(page, "connect-telegram-1440-ru-light");
    page.fill("[id$=':token']", first);
    page.click("[id='key:save']");
    var name = "@account_" + bot;
    stands(page, name, "OPEN");
    looksAt(page, "channels-keyed-1440-ru-light");
    writes(page, bot);
    changesTheKey(page, name, bot);
    disconnects(page, name);
    leavesTheList(page, name);
  }

  private void leavesTheList(Page page, String name) {
    looksAt(page, "channels-ended-1440-ru-light");
    Asked.means(line(page, name).locator("[id$=remove]"));
    shown(page.locator(".banner.success"));
    counts(line(page, name), 0);
  }

  /** The token that was there opens nothing any more, and messages still come. */
  private void changesTheKey(Page page, String name, String bot) {
    var second = bot + ":AA-second";
    Simulator.hasAccount("TELEGRAM", bot, second, "", "");
    page.navigate(url("/settings/channels"));
    line(page, name).locator("a[href*='/settings/connect?channel=']").click();
    page.fill("[id$=':token']", second);
    page.click("[id='key:save']");
    stands(page, name, "OPEN");
    writes(page, bot);
  }

  private void disconnects(Page page, String name) {
    page.navigate(url("/settings/channels"));
    Asked.means(line(page, name).locator("[id$=disconnect]"));
    stands(page, name, "ENDED");
  }

  @Test
  void aNumberOfTheCloud() {
    var number = number(910_000_000_000L);
    var business = number(810_000_000_000L);
    Simulator.hasAccount("WHATSAPP_CLOUD", number, "EAA" + number, business, "app-secret");
    var page = signedIn("ORG_ADMIN", "/settings/channels", Look.DESK.speaking("en-US"));
    page.click("a[href$='type=WHATSAPP_CLOUD']");
    page.fill("[id$=':number']", number);
    types(page, "1" + business, "EAA" + number, "app-secret");
    assertThat(page.locator(".banner.danger")).containsText("WABA ID");
    assertThat(page.locator("[id$=':number']")).hasValue(number);
    types(page, business, "EAA" + number, "of another app");
    assertThat(page.locator(".banner.danger")).containsText("The secret is not of the app");
    looksAt(page, "connect-cloud-1440-en-light");
    types(page, business, "EAA" + number, "app-secret");
    var name = "account_" + number + " +" + number;
    stands(page, name, "OPEN");
    var codes = line(page, name).locator("code");
    shown(codes.first());
    looksAt(page, "channels-cloud-1440-en-light");
    Simulator.entersAtMeta(
        number, codes.nth(0).textContent(), codes.nth(1).textContent(), "app-secret");
    writes(page, number);
    disconnects(page, name);
  }

  private static void types(Page page, String business, String token, String secret) {
    page.fill("[id$=':business']", business);
    page.fill("[id$=':token']", token);
    page.fill("[id$=':signing']", secret);
    page.click("[id='key:save']");
  }

  @Test
  void aLineOfChat2Desk() {
    var line = number(20_000_000L);
    Simulator.hasAccount("CHAT2DESK", line, "c2d-" + line, "", "");
    var page = signedIn("ORG_ADMIN", "/settings/connect?type=CHAT2DESK", Look.PHONE.dark());
    page.fill("[id$=':token']", "c2d-" + line);
    page.fill("[id$=':line']", "1" + line);
    page.click("[id='key:save']");
    assertThat(page.locator(".banner.danger")).containsText("номера нет");
    looksAt(page, "connect-chat2desk-390-ru-dark");
    page.fill("[id$=':token']", "c2d-" + line);
    page.fill("[id$=':line']", line);
    page.fill("[id$=':name']", "Приёмная " + line);
    page.click("[id='key:save']");
    stands(page, "Приёмная " + line, "OPEN");
    writes(page, line);
    disconnects(page, "Приёмная " + line);
  }

  /** Somebody writes, and everybody sees it among the conversations. */
  private void writes(Page page, String instance) {
    var number = number(5_000_000_000L);
    assertThat(Simulator.customerWrites(instance, number, "Гость " + number, "Есть места?"))
        .isEqualTo(200);
    page.navigate(url("/inbox?tab=ALL"));
    shown(row(page, "Гость " + number));
  }

  private static void stands(Page page, String name, String phase) {
    assertThat(page).hasURL(Pattern.compile(".*/settings/channels"));
    shown(page.locator(".banner.success"));
    assertThat(line(page, name))
        .hasAttribute(
            "data-phase",
            phase,
            new LocatorAssertions.HasAttributeOptions().setTimeout(SOON.toMillis()));
  }

  private static Locator line(Page page, String name) {
    return page.locator(".line", new Page.LocatorOptions().setHasText(name));
  }

  private static String number(long from) {
    return Long.toString(from + ThreadLocalRandom.current().nextInt(900_000));
  }
}
