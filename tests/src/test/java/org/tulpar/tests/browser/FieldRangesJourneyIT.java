package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Newcomers.Word;

/** Lists are narrowed by where a day or a number of the organization's own lies. */
class FieldRangesJourneyIT extends Journey {

  private static final String MORE = "#more-filters";
  private static final String FROM = "#filters [name=from]";

  private final Newcomers newcomers = new Newcomers();

  @Test
  void byTheKeyboardADayIsAskedForKeptAndTakenBack() {
    var page = threeVisas();
    stands(page, "Марк", "Ольга", "Динара");
    page.focus(MORE);
    page.keyboard().press("Enter");
    assertThat(page.locator("#filters [name=day] option")).hasText("Виза до");
    page.locator(FROM).fill("2.2.27");
    page.locator(FROM).press("Tab");
    assertThat(page.locator("#filters .said-day").first()).containsText("2027");
    readAnew(page, () -> page.keyboard().press("Enter"));
    stands(page, "Марк", "Ольга");
    assertThat(page).hasURL(Pattern.compile(".*/clients[?]day=10&from=2027-02-02$"));
    var chip = page.locator("#filters .chip", saying("Виза до: с 2 февр. 2027"));
    shown(chip);
    counts(page.locator("#filters [name=day]"), 0);
    assertThat(page.locator("a[download]").first())
        .hasAttribute("href", Pattern.compile(".*[?]field=10_2027-02-02_"));
    new Form(page, "keep").fills("name", "Виза после").isTaken("save");
    looksAt(page, "clients-from-day-1440-ru-light");
    page.navigate(url("/clients"));
    stands(page, "Марк", "Ольга", "Динара");
    readAnew(page, () -> page.locator(".segments .chip", saying("Виза после")).click());
    stands(page, "Марк", "Ольга");
    readAnew(page, chip::click);
    stands(page, "Марк", "Ольга", "Динара");
  }

  /** The month stands above the filters: whoever presses a day in it has not left them. */
  @Test
  void aDayIsChosenFromTheMonthAndNonsenseIsLeftAside() {
    var page = threeVisas();
    page.click(MORE);
    page.locator(FROM).fill("02.02.2027");
    page.locator(FROM).click();
    page.locator(".calendar .bar button").last().click();
    page.locator(".calendar button").last().click();
    counts(page.locator(".calendar"), 0);
    assertThat(page.locator(FROM)).hasValue("31.03.2027");
    page.locator("#filters [name=to]").fill("нет");
    page.locator("#filters .btn.primary").click();
    assertThat(page.locator("#filters [name=to]:invalid")).isVisible();
    page.locator("#filters [name=to]").fill("");
    readAnew(page, () -> page.locator("#filters .btn.primary").click());
    counts(page.locator("table.clients tbody tr"), 0);
    page.navigate(url("/clients?field=10_2027-02-02_2027-02-02&field=77_1_2&field=10_x_y"));
    stands(page, "Ольга");
    counts(page.locator("#filters .chip"), 1);
    page.navigate(url("/clients?field=10_2027-02-30_&day=10&from=x"));
    stands(page, "Марк", "Ольга", "Динара");
  }

  @Test
  void companiesOnAPhoneByADayAndANumber() {
    var page = admin(newcomers, "/client-fields?of=COMPANY", Look.PHONE.dark());
    prefers(page, "en");
    page.navigate(url("/client-fields?of=COMPANY"));
    var field = new Form(page, "field");
    field.fills("name", "Contract until").chooses("type", "DATE").isTaken("add");
    field.fills("name", "People").chooses("type", "NUMBER").isTaken("add");
    adds(page, "Lotus", "2027-02-01", "1500.5");
    adds(page, "Aster", "2027-02-03", "20");
    page.navigate(url("/companies"));
    var rows = page.locator("table.clients tbody tr");
    counts(rows, 2);
    assertThat(page.locator(".page-head p")).hasText("2 companies");
    page.click(MORE);
    page.fill(FROM, "2027-02-01");
    page.fill("#filters [name=to]", "2027-02-02");
    page.fill("#filters [name=most]", "2 000,5");
    looksAt(page, "companies-ranges-390-en-dark");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    readAnew(page, () -> page.locator("#filters .btn.primary").click());
    counts(rows, 1);
    assertThat(rows).containsText("Lotus");
    shown(page.locator("#filters .chip", saying("Contract until: Feb 1, 2027 – Feb 2, 2027")));
    shown(page.locator("#filters .chip", saying("People: up to 2,000.5")));
    looksAt(page, "companies-ranged-390-en-dark");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    readAnew(page, () -> page.locator("#filters .chip", saying("Contract until")).click());
    counts(rows, 2);
    shown(page.locator("#filters .chip", saying("People: up to 2,000.5")));
  }

  private void adds(Page page, String name, String until, String people) {
    page.navigate(url("/companies/new"));
    page.fill("[id='card:name']", name);
    page.getByLabel("Contract until").fill(until);
    page.getByLabel("People").fill(people);
    page.click("[id='card:add']");
    shown(page.locator("[id='away:remove']"));
  }

  /** Of one day after the other. */
  private Page threeVisas() {
    newcomers.talkWithTheBot("Динара");
    newcomers.conversation(3, "Ольга", Word.BOT, 0, 1);
    newcomers.conversation(4, "Марк", Word.BOT, 0, 1);
    newcomers.cards().dated("Виза до", "2027-02-01", 1, 3, 4);
    return admin(newcomers, "/clients");
  }

  private static void stands(Page page, String... names) {
    assertThat(page.locator("table.clients a.who")).hasText(names);
  }
}
