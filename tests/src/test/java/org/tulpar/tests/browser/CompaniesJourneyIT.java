package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Filters.chooses;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    newcomers.cards().employ(firm, "Marat");
    var look = Look.DESK.speaking(language);
    var page = admin(newcomers, "/companies", look);
    newcomers.cards().noted("Pays by invoice", 60);
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
    tags(page, firm);
    page.navigate(url("/companies/new"));
    adds(page, firm);
    page.click("a[href*='/company-merge?survivor=']");
    page.fill(".search input[name=q]", firm);
    page.keyboard().press("Enter");
    page.locator("ul.found a.btn").click();
    shown(page.locator("[id='deciding:merge']"));
    assertThat(page.locator("tr", saying(language.startsWith("ru") ? "Метки" : "Tags")))
        .containsText(firm);
    looksAt(page, look.picture("company-merge"));
    page.click("[id='deciding:merge']");
    shown(page.locator("[id='parting:undo']"));
    shown(page.locator(".banner.success", saying(firm + " twice")));
    shown(page.locator("#marks .chip", saying(firm)));
    looksAt(page, look.picture("company-merged"));
    var manager = signedIn("MANAGER", "/companies", look);
    manager.navigate(page.url());
    shown(manager.locator("[id='card:name']"));
    counts(manager.locator("[id='parting:undo']"), 0);
    assertThat(written(page)).contains("\"" + firm + "\"").doesNotContain(firm + " twice");
    page.click("[id='parting:undo']");
    shown(page.locator("h1", saying(firm + " twice")));
    assertThat(written(page)).contains("\"" + firm + "\"").contains(firm + " twice");
    readAnew(page, () -> page.locator("#marks .chip input").click());
  }

  /** By the keyboard; whoever looks at the company or the list sees it, and can choose it there. */
  @ParameterizedTest
  @CsvSource({"ru-RU", "en-US"})
  void aTagIsPutOnSeenElsewhereAndTakenOff(String language) {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Fatima");
    newcomers.cards().employ(firm, "Marat");
    var look = Look.DESK.speaking(language);
    var page = admin(newcomers, "/companies/1", look);
    var other = beside(page, "/companies/1");
    var list = beside(page, "/companies");
    var badge = list.locator("[data-tags='company:1'] .badge", saying("Wholesale"));
    var chip = other.locator("#marks .chip", saying("Wholesale"));
    var choice = list.locator("#filters [name=tag] option", saying("Wholesale"));
    tags(page, "Wholesale");
    shown(badge);
    shown(chip);
    counts(choice, 1);
    looksAt(page, look.picture("company-tagged"));
    looksAt(list, look.picture("companies-tagged"));
    readAnew(page, () -> page.locator("#marks .chip input").click());
    counts(badge, 0);
    counts(chip, 0);
    counts(choice, 0);
    readAnew(page, () -> page.click("[id='removal:restore']"));
    shown(page.locator("#marks .chip", saying("Wholesale")));
    shown(badge);
    shown(chip);
    Stream.of(other, list)
        .forEach(tab -> assertThat(tab.evaluate("window.sameDocument")).isEqualTo(true));
  }

  @Test
  void theListIsNarrowedAndItsAddressKeepsIt() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Fatima");
    newcomers.trade().deal(1, "New");
    newcomers.cards().employ(firm, "Marat");
    var page = admin(newcomers, "/companies/new");
    adds(page, firm + " empty");
    tags(page, "Wholesale");
    page.navigate(url("/companies"));
    var rows = page.locator("table.clients tbody tr");
    counts(rows, 2);
    chooses(page, "tag", "Wholesale");
    counts(rows, 1);
    assertThat(rows).containsText(firm + " empty");
    assertThat(page).hasURL(Pattern.compile(".*/companies\\?tag=[0-9]+"));
    chooses(page, "deals", "Есть открытые сделки");
    counts(rows, 0);
    readAnew(page, page::goBack);
    counts(rows, 1);
    assertThat(page.locator("#filters [name=deals]")).hasValue("");
    page.navigate(url("/companies?deals=SOME&people=SOME"));
    counts(rows, 1);
    assertThat(rows).not().containsText("empty");
    assertThat(page.locator("#filters [name=people]")).hasValue("SOME");
    looksAt(page, "companies-narrowed-1440-ru-light");
    page.navigate(url("/companies?people=NONE"));
    assertThat(rows).containsText("empty");
    assertThat(page.locator("a[href*='companies-export?people=NONE']")).hasCount(1);
    page.navigate(url("/settings/tags"));
    readAnew(page, () -> page.locator("tbody a[href*='/companies?tag=']", saying("1")).click());
    assertThat(rows).containsText(firm + " empty");
  }

  @Test
  void onAPhoneACompanyIsTaggedAndFoundByIt() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Fatima");
    newcomers.cards().employ(firm, "Marat");
    var look = Look.PHONE.dark();
    var page = admin(newcomers, "/companies/1", look);
    tags(page, "Wholesale, the longest word of all");
    isNoWider(page);
    looksAt(page, look.picture("company-tagged"));
    page.navigate(url("/companies"));
    chooses(page, "tag", "Wholesale, the longest word of all");
    counts(page.locator("table.clients tbody tr"), 1);
    isNoWider(page);
    looksAt(page, look.picture("companies-narrowed"));
  }

  @Test
  void aManagerNeitherMergesNorTakesThemAway() {
    allows("403");
    var page = signedIn("MANAGER", "/companies", Look.PHONE.dark());
    counts(page.locator("a[href*='companies-export']"), 0);
    assertThat(page.navigate(url("/companies-export")).status()).isEqualTo(403);
    assertThat(page.navigate(url("/company-merge?survivor=1")).status()).isEqualTo(403);
  }

  private static void isNoWider(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  private static void tags(Page page, String tag) {
    page.fill("[id='labels:tag']", tag);
    readAnew(page, () -> page.keyboard().press("Enter"));
    shown(page.locator("#marks .chip", saying(tag)));
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
