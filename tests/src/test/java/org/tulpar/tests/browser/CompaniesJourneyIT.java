package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Newcomers;

/** Companies beside what is said, in two hands at once, and two that are one. */
class CompaniesJourneyIT extends Journey {

  private final String firm = "Lotus " + System.nanoTime();

  @Test
  void theCompanyIsNamedBesideTheDialogue() {
    var number = "7702" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
    Customer.writes(demo().first().channel(), number, "Нас двое");
    var page = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK);
    opens(page, number);
    shown(page.locator("#deal-side"));
    counts(page.locator("#firm"), 0);
    page.navigate(url("/clients?q=" + number));
    page.locator("table.clients tbody a.who").first().click();
    page.fill("[id='card:company']", firm);
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    page.navigate(url("/inbox?tab=ALL"));
    opens(page, number);
    shown(page.locator("#firm", saying(firm)));
    looksAt(page, "dialogue-company-1440-ru-light");
    page.click("#firm");
    assertThat(page).hasURL(Pattern.compile(".*/companies/[0-9]+"));
    shown(page.locator("table.clients tbody tr", saying(number)));
  }

  @ParameterizedTest
  @CsvSource({"ru-RU, Заметка", "en-US, Note"})
  void whatHappenedWithItsPeopleIsTold(String language, String note) {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Fatima");
    newcomers.employ(firm, "Marat");
    var look = Look.DESK.speaking(language);
    var page = admin(newcomers, "/companies", look);
    newcomers.noted("Pays by invoice", 60);
    page.navigate(url("/companies/1"));
    var lines = page.locator(".timeline .happened");
    counts(lines, 50);
    assertThat(lines.first()).containsText("Fatima");
    assertThat(lines.first().locator("a[href$='/inbox/1']")).hasCount(1);
    assertThat(lines.last()).containsText(note);
    looksAt(page, look.picture("company-timeline"));
    page.locator(".pager a[href*='until=']").click();
    counts(lines, 11);
    assertThat(lines.last()).containsText("Pays by invoice 60");
    counts(page.locator(".pager a[href*='until=']"), 0);
    lines.last().getByText("Marat").click();
    assertThat(page).hasURL(Pattern.compile(".*/clients/2"));
  }

  @ParameterizedTest
  @CsvSource({"ru-RU, Откройте её заново", "en-US, Open it again"})
  void ofTwoWhoRenameOneCompanyTheSecondIsToldAndKeepsHerText(String language, String told) {
    var look = Look.DESK.speaking(language);
    var page = signedIn("ORG_ADMIN", "/companies/new", look);
    adds(page, firm);
    var other = page.context().newPage();
    other.navigate(page.url());
    renames(page, firm + " Plus");
    shown(page.locator(".banner.success"));
    renames(other, firm + " Group");
    shown(other.locator(".banner.danger", saying(told)));
    assertThat(other.locator("[id='card:name']")).hasValue(firm + " Group");
    looksAt(other, look.picture("company-told"));
    allows("404");
    removes(page);
    renames(other, firm + " Group");
    shown(other.locator(".failure"));
  }

  @ParameterizedTest
  @CsvSource({"ru-RU", "en-US"})
  void ofTwoCompaniesOneIsMadeAndTwoAgain(String language) {
    var look = Look.DESK.speaking(language);
    var page = signedIn("ORG_ADMIN", "/companies/new", look);
    adds(page, firm + " twice");
    page.navigate(url("/companies/new"));
    adds(page, firm);
    page.click("a[href*='/company-merge?survivor=']");
    page.fill(".search input[name=q]", firm);
    page.keyboard().press("Enter");
    page.locator("ul.found a.btn").click();
    shown(page.locator("[id='deciding:merge']"));
    looksAt(page, look.picture("company-merge"));
    page.click("[id='deciding:merge']");
    shown(page.locator("[id='parting:undo']"));
    shown(page.locator(".banner.success", saying(firm + " twice")));
    looksAt(page, look.picture("company-merged"));
    var manager = signedIn("MANAGER", "/companies", look);
    manager.navigate(page.url());
    shown(manager.locator("[id='card:name']"));
    counts(manager.locator("[id='parting:undo']"), 0);
    assertThat(written(page)).contains("\"" + firm + "\"").doesNotContain(firm + " twice");
    page.click("[id='parting:undo']");
    shown(page.locator("h1", saying(firm + " twice")));
    assertThat(written(page)).contains("\"" + firm + "\"").contains(firm + " twice");
  }

  @Test
  void aManagerNeitherMergesNorTakesThemAway() {
    allows("403");
    var page = signedIn("MANAGER", "/companies", Look.PHONE.dark());
    counts(page.locator("a[href*='companies-export']"), 0);
    assertThat(page.navigate(url("/companies-export")).status()).isEqualTo(403);
    assertThat(page.navigate(url("/company-merge?survivor=1")).status()).isEqualTo(403);
  }

  private static String written(Page page) {
    return page.context().request().get(url("/companies-export")).text();
  }

  private static void adds(Page page, String name) {
    page.fill("[id='card:name']", name);
    page.keyboard().press("Enter");
    shown(page.locator("[id='away:remove']"));
  }

  private static void renames(Page page, String name) {
    page.fill("[id='card:name']", name);
    page.click("[id='card:save']");
  }

  private static void removes(Page page) {
    page.click("[id='away:remove']");
    shown(page.locator("#removal .banner.success"));
  }
}
