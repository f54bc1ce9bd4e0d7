package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An administrator brings clients in from a file with mistakes in it, and merges two of them. */
class ClientsJourneyIT extends Journey {

  private static final String FILE =
      """
      ФИО;Телефон;Почта
      Фатима аль-Харби;+966 50 000 00 17;fatima@journey.test
      Марк;звоните вечером;
      Фатима;;harbi@journey.test
      Фатима Харби;+966 50 000 00 18;harbi2@journey.test
      """;

  @Test
  void fromAFileWithMistakesToOneCardAndBack() {
    var page = signedIn("ORG_ADMIN", "/clients", Look.DESK);
    importsWhatIsRight(page);
    findsAndEdits(page);
    mergesAndParts(page);
    aManagerReadsOnAPhoneAndImportsNothing();
  }

  private void aManagerReadsOnAPhoneAndImportsNothing() {
    allows("403");
    var phone = signedIn("MANAGER", "/clients", Look.PHONE.dark());
    shown(phone.locator("table.clients tbody tr").first());
    looksAt(phone, "clients-390-ru-dark");
    assertThat(phone.navigate(url("/client-import")).status()).isEqualTo(403);
  }

  private void importsWhatIsRight(Page page) {
    page.navigate(url("/client-import"));
    page.setInputFiles(
        "[id='upload:file']",
        new FilePayload("клиенты.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
    page.click("[id='upload:send']");
    page.click("[id='mapping:check']");
    shown(page.locator("[data-status=CHECKED]"));
    assertThat(page.locator("table.problems tbody tr")).hasCount(1);
    assertThat(page.locator("table.problems tbody tr")).containsText("звоните вечером");
    looksAt(page, "import-1440-ru-light");
    page.click("[id='state:start']");
    shown(page.locator("[data-status=DONE]"));
  }

  private void findsAndEdits(Page page) {
    page.navigate(url("/clients"));
    page.fill("#filters input[name=q]", "Фатима");
    page.keyboard().press("Enter");
    assertThat(page.locator("table.clients tbody tr")).hasCount(3);
    page.getByText("Фатима Харби").first().click();
    page.fill("[id='card:phone']", "не номер");
    page.click("[id='card:save']");
    shown(page.locator(".banner.danger"));
    assertThat(page.locator("[id='card:phone']")).hasValue("не номер");
    page.fill("[id='card:phone']", "+966 50 000 00 17");
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    page.fill("[id='labels:tag']", "VIP");
    page.click("[id='labels:put']");
    shown(page.locator(".chip", new Page.LocatorOptions().setHasText("VIP")));
    looksAt(page, "client-1440-ru-light");
  }

  private void mergesAndParts(Page page) {
    page.navigate(url("/client-merge"));
    page.locator(".duplicates li", new Page.LocatorOptions().setHasText("966500000017"))
        .locator("a.btn")
        .click();
    shown(page.locator("[id='deciding:merge']"));
    looksAt(page, "merge-1440-ru-light");
    page.click("[id='deciding:merge']");
    shown(page.locator(".banner.success"));
    assertThat(page.locator(".duplicates li", new Page.LocatorOptions().setHasText("966500000017")))
        .hasCount(0);
    page.locator("form#merges input[type=submit]").first().click();
    shown(page.locator(".duplicates li", new Page.LocatorOptions().setHasText("966500000017")));
  }
}
