package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An administrator brings clients in from a file with mistakes in it, and merges two of them. */
class ClientsJourneyIT extends Journey {

  /**
   * Three clients of one family name and a line that is wrong.
   *
   * @param phone of the first, and of the third by and by, without its sign
   */
  private record Family(Look look, String head, String given, String name, String phone) {

    String full() {
      return given + " " + name;
    }

    String file() {
      return """
      %1$s
      %2$s al-%3$s;+%4$s;
      Mark;звоните вечером;
      %2$s;;%4$s@journey.test
      %2$s %3$s;+%5$d;
      """
          .formatted(head, given, name, phone, Long.parseLong(phone) + 1);
    }
  }

  static List<Family> families() {
    return List.of(
        new Family(Look.DESK, "ФИО;Телефон;Почта", "Фатима", "Харби", "966500000017"),
        new Family(
            Look.DESK.speaking("en-US"), "Name;Phone;Email", "Aisha", "Qahtani", "966500000037"));
  }

  @ParameterizedTest
  @MethodSource("families")
  void fromAFileWithMistakesToOneCardAndBack(Family family) {
    var page = signedIn("ORG_ADMIN", "/clients", family.look());
    importsWhatIsRight(page, family);
    findsAndEdits(page, family);
    mergesAndParts(page, family);
    worksSomewhere(page, family);
  }

  @Test
  void aManagerReadsOnAPhoneAndImportsNothing() {
    allows("403");
    var phone = signedIn("MANAGER", "/clients", Look.PHONE.dark());
    shown(phone.locator("table.clients tbody tr").first());
    looksAt(phone, "clients-390-ru-dark");
    phone.locator("#more-filters").focus();
    phone.keyboard().press("Enter");
    shown(phone.locator("#filters [name=channel]"));
    looksAt(phone, "clients-filters-390-ru-dark");
    phone.keyboard().press("Escape");
    assertThat(phone.locator("#filters [name=channel]")).isHidden();
    assertThat(phone.locator("#more-filters")).isFocused();
    assertThat(phone.navigate(url("/client-import")).status()).isEqualTo(403);
  }

  private void importsWhatIsRight(Page page, Family family) {
    page.navigate(url("/client-import"));
    Sheet.brings(page, family.file(), "звоните вечером");
    looksAt(page, family.look().picture("import"));
    Sheet.isImported(page);
  }

  private void findsAndEdits(Page page, Family family) {
    page.navigate(url("/clients"));
    page.fill("#filters input[name=q]", family.given());
    page.keyboard().press("Enter");
    assertThat(page.locator("table.clients tbody tr")).hasCount(3);
    page.getByText(family.full()).first().click();
    page.fill("[id='card:phone']", "не номер");
    page.click("[id='card:save']");
    shown(page.locator(".banner.danger"));
    assertThat(page.locator("[id='card:phone']")).hasValue("не номер");
    page.fill("[id='card:phone']", "+" + family.phone());
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    page.fill("[id='labels:tag']", "VIP");
    page.click("[id='labels:put']");
    shown(page.locator(".chip", new Page.LocatorOptions().setHasText("VIP")));
    looksAt(page, family.look().picture("client"));
  }

  /** Her company is known by and by: it is completed, opened, renamed, and she is found by it. */
  private void worksSomewhere(Page page, Family family) {
    var firm = family.name() + " Travel " + System.nanoTime();
    adds(page, firm, family.look());
    finds(page, family);
    page.locator("[id='card:company']")
        .pressSequentially(firm.substring(0, family.name().length()));
    counts(page.locator("#firms option[value='" + firm + "']"), 1);
    page.fill("[id='card:company']", firm);
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    page.locator(".page-head a[href*='/companies/']").last().click();
    assertThat(page.locator("table.clients tbody tr")).hasCount(1);
    page.fill("[id='card:name']", firm + " Plus");
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    looksAt(page, family.look().picture("company"));
    page.navigate(url("/companies"));
    page.fill("#filters input[name=q]", firm + " plus");
    page.keyboard().press("Enter");
    assertThat(page.locator("table.clients tbody tr")).hasCount(1);
    looksAt(page, family.look().picture("companies"));
    page.locator("table.clients tbody td.num a").click();
    shown(page.locator("table.clients tbody tr", saying(family.full())));
    readAnew(page, () -> page.click("#of-company"));
    assertThat(page).hasURL(Pattern.compile(".*/clients[?]?"));
    counts(page.locator("#of-company"), 0);
  }

  private void adds(Page page, String firm, Look look) {
    page.navigate(url("/companies/new"));
    page.fill("[id='card:name']", firm);
    page.click("[id='card:add']");
    shown(page.locator("[id='away:remove']"));
    page.navigate(url("/companies/new"));
    page.fill("[id='card:name']", firm.toUpperCase(Locale.ROOT));
    page.click("[id='card:add']");
    shown(page.locator(".banner.danger"));
    assertThat(page.locator("[id='card:name']")).hasValue(firm.toUpperCase(Locale.ROOT));
    page.navigate(url("/companies"));
    page.fill("#filters input[name=q]", firm);
    page.keyboard().press("Enter");
    assertThat(page.locator("table.clients tbody tr")).hasCount(1);
    page.locator("table.clients tbody a.who").click();
    shown(page.locator("[id='away:remove']"));
    looksAt(page, look.picture("company-empty"));
    page.locator("a[href*='/clients/new?company=']").click();
    assertThat(page.locator("[id='card:company']")).hasValue(firm);
  }

  private void finds(Page page, Family family) {
    page.navigate(url("/clients"));
    page.fill("#filters input[name=q]", family.full());
    page.keyboard().press("Enter");
    page.getByText(family.full()).first().click();
    shown(page.locator("[id='card:company']"));
  }

  private void mergesAndParts(Page page, Family family) {
    page.navigate(url("/client-merge"));
    page.locator(".duplicates li", new Page.LocatorOptions().setHasText(family.phone()))
        .locator("a.btn")
        .click();
    shown(page.locator("[id='deciding:merge']"));
    assertThat(page.locator("section[aria-labelledby=preview] del")).containsText(family.given());
    looksAt(page, family.look().picture("merge"));
    page.click("[id='deciding:merge']");
    shown(page.locator(".banner.success"));
    assertThat(page.locator(".duplicates li", new Page.LocatorOptions().setHasText(family.phone())))
        .hasCount(0);
    page.locator("form#merges input[type=submit]").first().click();
    shown(page.locator(".duplicates li", new Page.LocatorOptions().setHasText(family.phone())));
  }
}
