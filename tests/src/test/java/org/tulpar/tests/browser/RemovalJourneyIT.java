package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** What is removed at one click comes back at another; what cannot come back is asked about. */
class RemovalJourneyIT extends Journey {

  private final String name = "away" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

  /** The row that was removed, as it was. */
  private String written = "";

  @Test
  void aCannedReplyComesBack() {
    var page = signedIn("ORG_ADMIN", "/canned", Look.DESK);
    page.fill("[id='canned:shortcut']", name);
    page.fill("[id='canned:body']", "Первая строка\nвторая");
    saves(page, "canned:save");
    removes(page, "tr", "input");
    looksAt(page, "canned-removed-1440-ru-light");
    comesBack(page);
    page.locator("tr a", saying(name)).click();
    assertThat(page.locator("[id='canned:body']")).hasValue("Первая строка\nвторая");
    page.navigate(url("/canned"));
    removes(page, "tr", "input");
  }

  @Test
  void aTermOfTheGlossaryComesBackInAllItsLanguages() {
    var page = signedIn("ORG_ADMIN", "/settings/glossary", Look.DESK);
    page.fill("[id='term:form_ru']", name);
    page.fill("[id='term:form_en']", name + " valley");
    page.locator("[id='term:add']").click();
    shown(page.locator(".banner.success"));
    removes(page, "tr", "input");
    comesBack(page);
    shown(page.locator("tr", saying(name + " valley")));
    removes(page, "tr", "input");
  }

  @Test
  void aHolidayComesBackOnItsDays() {
    var page = signedIn("ORG_ADMIN", "/answering", Look.DESK);
    page.fill("[id='holiday:name']", name);
    page.fill("[id='holiday:first']", "2031-03-08");
    page.fill("[id='holiday:last']", "2031-03-09");
    saves(page, "holiday:add");
    removes(page, "tr", "input");
    comesBack(page);
    removes(page, "tr", "input");
  }

  @Test
  void aCompanyComesBackByItsNameAndWithItsTags() {
    var page = signedIn("ORG_ADMIN", "/companies/new", Look.DESK);
    page.fill("[id='card:name']", name);
    saves(page, "card:add");
    page.fill("[id='labels:tag']", name);
    saves(page, "labels:put");
    page.locator("[id$=':remove']").click();
    shown(page.locator("#removal"));
    comesBack(page);
    page.navigate(url("/companies?q=" + name));
    page.locator("a", saying(name)).first().click();
    shown(page.locator("#marks .chip", saying(name)));
    page.locator("[id$=':remove']").click();
    shown(page.locator("#removal"));
  }

  @Test
  void aStageComesBackWhereItWas() {
    var page = signedIn("ORG_ADMIN", "/pipelines", Look.DESK);
    page.fill("[id='pipelines:stage']", name);
    page.click("[id='pipelines:addStage']");
    shown(stage(page));
    readAnew(page, () -> page.click("[aria-label$='" + name + "'][id$=':up']"));
    var before = stages(page);
    page.click("[aria-label$='" + name + "'][id$=':remove']");
    shown(page.locator("[id='pipelines:restore']"));
    looksAt(page, "pipelines-removed-1440-ru-light");
    readAnew(page, () -> page.click("[id='pipelines:restore']"));
    shown(stage(page));
    assertThat(stages(page)).isEqualTo(before);
    page.click("[aria-label$='" + name + "'][id$=':remove']");
    shown(page.locator("[id='pipelines:restore']"));
  }

  @Test
  void aDepartureAndAPriceComeBackOnTheirDays() {
    var page = admin(new Newcomers(), "/products/new");
    page.fill("[id='card:name']", name);
    saves(page, "card:add");
    page.fill("#starts", "2031-07-12");
    page.fill("#ends", "2031-07-14");
    page.fill("#seats", "6");
    page.click("[value='departure-add.0']");
    counts(page.locator("table.departures tbody tr"), 1);
    page.fill("#amount", "3 500,50");
    page.fill("#season", "Лето");
    page.fill("#from", "2031-07-01");
    page.fill("#to", "2031-08-31");
    page.click("[value='price-add.0']");
    counts(page.locator("table.prices tbody tr"), 1);
    goesAndComesBack(page, "table.departures");
    assertThat(page.locator("table.departures input")).hasValue("6");
    goesAndComesBack(page, "table.prices");
  }

  private void goesAndComesBack(Page page, String table) {
    var row = page.locator(table + " tbody tr");
    var before = row.innerText();
    row.locator("button[value*='-remove.']").click();
    counts(row, 0);
    shown(page.locator("#removal .banner.success"));
    looksAt(page, "removed-" + table.replaceFirst(".*[.]", "") + "-1440-ru-light");
    page.click("[id='removal:restore']");
    counts(row, 1);
    assertThat(row.innerText()).isEqualTo(before);
  }

  @Test
  void aReasonIsAskedForAgain() {
    var page = admin(new Newcomers(), "/pipelines");
    page.fill("[id='pipelines:reason']", name);
    page.click("[id='pipelines:addReason']");
    shown(reason(page));
    reason(page).click();
    shown(page.locator(".banner.success", saying("Причина убрана: " + name)));
    counts(reason(page), 0);
    looksAt(page, "reason-removed-1440-ru-light");
    page.click("[id='pipelines:restore']");
    shown(reason(page));
    counts(page.locator("[id='pipelines:restore']"), 0);
  }

  private Locator reason(Page page) {
    return page.locator("[aria-label$='" + name + "'][id$=':archive']");
  }

  @Test
  void aTagComesBackOntoTheCard() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Динара");
    newcomers.cards().tag("оптом");
    var page = admin(newcomers, "/clients/1");
    var tag = page.locator("#marks .chip", saying("оптом"));
    tag.locator("input.off").click();
    shown(page.locator("#removal .banner.success"));
    counts(tag, 0);
    looksAt(page, "tag-taken-off-1440-ru-light");
    page.click("[id='removal:restore']");
    shown(tag);
    counts(page.locator("#removal"), 0);
  }

  @Test
  void aDiscardedMessageWaitsForADecisionAgain() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Динара");
    newcomers.said(1, "BOT", "FAILED", "Это не ушло");
    newcomers.gaveUp(1);
    var page = admin(newcomers, "/inbox/1?tab=ALL");
    page.waitForLoadState();
    var choices = page.locator("#flow .decide button");
    page.locator("#flow [data-choice=DISCARD]").click();
    counts(choices, 0);
    var toast = page.locator("#toasts .toast", saying("Сообщение не будет отправлено"));
    toast.locator("button", new Locator.LocatorOptions().setHasText("Вернуть")).click();
    counts(choices, 2);
    counts(toast, 0);
    page.locator("#flow [data-choice=RESEND]").click();
    counts(choices, 0);
    counts(toast, 0);
  }

  @Test
  void aLineOfAnOrderComesBackAsItWas() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Динара");
    var page = admin(newcomers, "/product-import");
    Sheet.brings(page, "Название;Цена;Валюта;Цена с\nПалатка;500;KGS;01.01.2026\n");
    Sheet.isImported(page);
    page.navigate(url("/orders/new?client=1"));
    page.locator("a[href*='product=']").first().click();
    page.locator(".offers input").first().fill("2");
    page.click("[value='create.0']");
    var line = page.locator("#lines tbody tr", saying("Палатка"));
    shown(line);
    var before = line.innerText();
    line.locator("button").click();
    counts(line, 0);
    shown(page.locator("#removal .banner.success"));
    looksAt(page, "order-line-removed-1440-ru-light");
    page.click("[id='removal:restore']");
    shown(line);
    assertThat(line.innerText()).isEqualTo(before);
    line.locator("button").click();
    counts(line, 0);
  }

  @Test
  void aKeyIsWithdrawnWhenThatIsMeant() {
    var page = signedIn("ORG_ADMIN", "/settings/programs", Look.DESK);
    page.fill("[id='program:name']", name);
    page.click("[id='program:make']");
    shown(page.locator("#made"));
    Asked.letsBe(key(page));
    page.navigate(url("/settings/programs"));
    shown(page.locator("tr", saying(name)));
    key(page).click();
    shown(page.locator("#ask"));
    looksAt(page, "question-1440-ru-light");
    assertThat(page.locator("#ask-yes")).hasText("Да, отозвать");
    page.click("#ask-yes");
    counts(page.locator("tr", saying(name)), 0);
  }

  private Locator key(Page page) {
    return page.locator("tr", saying(name)).locator("button");
  }

  private Locator stage(Page page) {
    return page.locator("input[value='" + name + "']");
  }

  private static List<String> stages(Page page) {
    return page.locator("input[id$=':name']").all().stream().map(Locator::inputValue).toList();
  }

  private static void saves(Page page, String button) {
    page.click("[id='" + button + "']");
    shown(page.locator(".banner.success"));
  }

  private void removes(Page page, String row, String button) {
    written = page.locator(row, saying(name)).first().innerText();
    page.locator(row, saying(name)).locator(button + "[type=submit]").click();
    counts(page.locator(row, saying(name)), 0);
    shown(page.locator("#removal .banner.success"));
  }

  private void comesBack(Page page) {
    page.click("[id='removal:restore']");
    shown(page.locator(".banner.success").first());
    counts(page.locator("#removal"), 0);
    shown(page.locator("tr", saying(name)).first());
    if (!written.isEmpty()) {
      assertThat(page.locator("tr", saying(name)).first().innerText()).isEqualTo(written);
    }
  }
}
