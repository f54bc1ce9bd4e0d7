package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** An administrator brings files of everything, sees what is wrong, and takes it back. */
class ImportsJourneyIT extends Journey {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void companiesPartnersAndOrders() {
    newcomers.cards().tagged("Динара", "оптом");
    var page = admin(newcomers, "/companies");
    page.click("a[href$='/company-import']");
    Sheet.brings(page, "Компания;О компании;Метки\nЛотос;Платит сразу;опт\n;Без имени;\n", "");
    imports(page, 1);
    takesBack(page, "/companies");
    page.navigate(url("/partners"));
    page.click("a[href$='/partner-import']");
    Sheet.brings(page, "Название;Телефон;Комиссия\nКараван;0555 111 222;10\nАлай;;150\n", "150");
    looksAt(page, "partner-import-1440-ru-light");
    imports(page, 1);
    mendsWhatWasWrong(page);
    exports(page);
    page.navigate(url("/product-import"));
    Sheet.brings(page, "Название;Цена;Валюта;Цена с;x\nПалатка;500;KGS;01.01.2026;\n;;;;y\n", "");
    imports(page, 1);
    page.navigate(url("/orders"));
    page.click("a[href$='/order-import']");
    var file =
        "Номер;Телефон;Продукт;Количество\n7;996555000077;Палатка;3\n8;996555999999;Палатка;1\n";
    Sheet.brings(page, file, "996555999999");
    imports(page, 1);
    page.click("a[href*='orders?import=']");
    counts(page.locator("table.orders tbody tr"), 1);
    assertThat(page.locator("table.orders tbody tr")).containsText("500");
    page.goBack();
    takesBack(page, "/orders");
    nothingIsDoubled(page);
  }

  /** Without a number: what looks like an order that is there is named, and brought if wanted. */
  private void nothingIsDoubled(Page page) {
    var file = "Телефон;Продукт;Количество\n996555000077;Палатка;2\n996555999999;Палатка;1\n";
    page.navigate(url("/order-import"));
    Sheet.brings(page, file, "996555999999");
    imports(page, 1);
    page.navigate(url("/order-import"));
    Sheet.brings(page, file, "996555999999");
    shown(page.locator("table.twins tbody tr", saying("Динара")));
    assertThat(page.locator("[id='state:start']")).hasCount(0);
    looksAt(page, "order-import-twins-1440-ru-light");
    page.check("[id='mapping:twice']");
    page.click("[id='mapping:check']");
    shown(page.locator("[id='state:start']"));
    Sheet.isImported(page);
    page.navigate(url("/orders"));
    counts(page.locator("table.orders tbody tr"), 2);
  }

  /** As a spreadsheet program saves it: a telephone is a number there, and a day is a day. */
  @Test
  void aWorkbookIsBroughtLookedAtAndTakenBack() {
    var page = admin(newcomers, "/client-import");
    Sheet.bringsBook(
        page,
        List.of("ФИО", "Куда звонить", "Приезжала"),
        List.of("Анна Ким", 996555123456L, LocalDate.of(2026, 12, 31)),
        List.of("Марк", "звоните вечером"),
        List.of("Фатима", 996555123457L));
    assertThat(page.locator("td.sample").nth(2)).containsText("2026-12-31");
    page.getByLabel("Куда звонить").selectOption("phone");
    page.getByLabel("Приезжала").selectOption("about");
    Sheet.isLookedAt(page);
    var wrong = page.locator("table.problems tbody tr");
    counts(wrong, 1);
    assertThat(wrong.locator("td").nth(0)).hasText("3");
    assertThat(wrong.locator("td").nth(1)).hasText("Куда звонить");
    assertThat(wrong.locator("td").nth(2)).hasText("звоните вечером");
    assertThat(wrong.locator("td").nth(3)).not().isEmpty();
    imports(page, 2);
    assertThat(page.locator("[id='state:now']")).containsText("Строк: 3 из 3");
    assertThat(page.locator("progress.meter")).hasAttribute("value", "3");
    looksAt(page, "import-workbook-1440-ru-light");
    var brought = page.url();
    page.click("a[href*='/clients?import=']");
    counts(page.locator("table.clients tbody tr"), 2);
    page.locator("table.clients a", saying("Анна Ким")).first().click();
    new Form(page, "card").has("phone", "+996555123456").has("about", "2026-12-31");
    page.navigate(brought);
    takesBack(page, "/clients");
  }

  /** Somebody else holds the card that the second portion would fill; a row is wrong. */
  @Test
  void howFarALongFileIsIsSeenWhileItIsWorkedOff() {
    newcomers.cards().tagged("Динара", "оптом");
    var page = admin(newcomers, "/client-import");
    var rows =
        IntStream.range(0, 200)
            .mapToObj("Гость %1$d;996700%1$06d;guest%1$d@journey.test\n"::formatted)
            .collect(Collectors.joining());
    var last = "Динара;996555000077;dinara@journey.test\nГость;звоните;\n";
    Sheet.brings(page, "ФИО;Телефон;Почта\n" + rows + last);
    try (var held = newcomers.holds(77)) {
      page.click("[id='state:start']");
      shown(page.locator("[data-status=RUNNING]"));
      assertThat(page.locator("[id='state:now']")).containsText("Строк: 201 из 202");
      assertThat(page.locator("#wrong-rows")).hasCount(0);
      assertThat(page.locator("progress.meter")).hasAttribute("value", "201");
      looksAt(page, "import-running-1440-ru-light");
    }
    shown(page.locator("[data-status=DONE]"));
    assertThat(page.locator("[id='state:now']")).containsText("Строк: 202 из 202");
    shown(page.locator("#wrong-rows"));
  }

  private static void imports(Page page, int created) {
    Sheet.isImported(page);
    assertThat(page.locator(".numbers dd").nth(2)).hasText(Integer.toString(created));
  }

  /** The rows that were left out come as a file of their own, each with what is wrong with it. */
  private static void mendsWhatWasWrong(Page page) {
    var wrong = file(page, "#wrong-rows");
    assertThat(wrong.lines()).hasSize(2);
    assertThat(wrong).containsPattern("\"Алай\";\"\";\"150\";\"Комиссия: [^\"]+\"");
    page.navigate(url("/partner-import"));
    Sheet.brings(page, wrong.replace("\"150\"", "\"15\""));
    imports(page, 1);
  }

  private static void exports(Page page) {
    page.navigate(url("/partners"));
    assertThat(file(page, "a[href*='/partners-export']"))
        .contains("\"Караван\"", "\"10\"", "\"Алай\"", "\"15\"");
  }

  private static String file(Page page, String link) {
    var download = page.waitForDownload(() -> page.click(link));
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void takesBack(Page page, String list) {
    Sheet.isTakenBack(page);
    page.navigate(url(list));
    shown(page.locator(".empty").first());
  }
}
