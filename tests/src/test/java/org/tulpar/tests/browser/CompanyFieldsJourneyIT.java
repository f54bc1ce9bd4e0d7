package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Filters.chooses;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** What an organization wants to know about companies: made, filled, asked for and taken away. */
class CompanyFieldsJourneyIT extends Journey {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void aFieldIsMadeForCompaniesFilledAndNarrowsTheListAndTheFile() {
    var page = twoCompanies(Look.DESK);
    var rows = page.locator("table.clients tbody tr");
    counts(rows, 2);
    chooses(page, "field", "Туризм");
    counts(rows, 2);
    chooses(page, "field", "Платит: да");
    counts(rows, 1);
    assertThat(rows).containsText("Lotus");
    assertThat(page).hasURL(Pattern.compile(".*[?]field=[0-9]+%3A[^&]+&field=[0-9]+%3Atrue"));
    counts(page.locator("#filters select[name=field]"), 0);
    looksAt(page, "companies-own-fields-1440-ru-light");
    var file = (String) page.locator("a[download='companies.csv']").evaluate("a => a.href");
    assertThat(page.context().request().get(file).text())
        .contains("Отрасль", "Туризм", "Lotus")
        .doesNotContain("Aster");
    readAnew(page, () -> page.locator("#filters .chip", saying("Платит: да")).click());
    counts(rows, 2);
    shown(page.locator("#filters .chip", saying("Отрасль: Туризм")));
    readAnew(page, () -> page.locator("#filters .chip", saying("Отрасль: Туризм")).click());
    assertThat(page).hasURL(Pattern.compile(".*/companies$"));
  }

  @Test
  void whatIsNotKeptOfTwoCompaniesIsSaidAndARemovedOneComesBackWhole() {
    var page = twoCompanies(Look.PHONE.dark());
    page.locator("table.clients a.who", saying("Lotus")).click();
    page.click("a[href*='/company-merge?survivor=']");
    page.fill(".search input[name=q]", "Aster");
    page.keyboard().press("Enter");
    page.locator("ul.found a.btn").click();
    assertThat(page.locator("tr", saying("Платит"))).containsText("не сохранится");
    assertThat(page.locator("tr", saying("Отрасль"))).not().containsText("не сохранится");
    looksAt(page, Look.PHONE.dark().picture("company-merge-own-fields"));
    page.navigate(url("/companies"));
    page.locator("table.clients a.who", saying("Lotus")).click();
    page.click("[id='away:remove']");
    page.click("[id='removal:restore']");
    page.locator("table.clients a.who", saying("Lotus")).click();
    assertThat(page.getByLabel("Отрасль").locator("option:checked")).hasText("Туризм");
    assertThat(page.getByLabel("Платит").locator("option:checked")).hasText("да");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  /** Both are in one branch, and one of them pays. */
  private Page twoCompanies(Look look) {
    var page = admin(newcomers, "/client-fields", look);
    readAnew(page, () -> page.locator(".tabs .tab", saying("Компании")).click());
    var field = new Form(page, "field");
    field
        .fills("name", "Отрасль")
        .chooses("type", "CHOICE")
        .fills("choices", "Туризм\nСвязь")
        .isTaken("add");
    field.fills("name", "Платит").chooses("type", "FLAG").isTaken("add");
    counts(page.locator("tbody tr"), 2);
    looksAt(page, look.picture("company-fields"));
    readAnew(page, () -> page.locator(".tabs .tab", saying("Клиенты")).click());
    counts(page.locator("tbody tr"), 0);
    adds(page, "Lotus", "да");
    adds(page, "Aster", "нет");
    page.navigate(url("/companies"));
    return page;
  }

  private void adds(Page page, String name, String pays) {
    page.navigate(url("/companies/new"));
    page.fill("[id='card:name']", name);
    page.getByLabel("Отрасль").selectOption("Туризм");
    page.getByLabel("Платит").selectOption(new SelectOption().setLabel(pays));
    page.click("[id='card:add']");
    shown(page.locator("[id='away:remove']"));
    assertThat(page.getByLabel("Платит").locator("option:checked")).hasText(pays);
  }
}
