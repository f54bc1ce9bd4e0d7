package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.OnTheServer;

/** An administrator brings clients in from a file with mistakes in it, and merges two of them. */
@ExtendWith(OnTheServer.class)
class ClientsJourneyIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static final String FILE =
      """
      ФИО;Телефон;Почта
      Фатима аль-Харби;+966 50 000 00 17;fatima@journey.test
      Марк;звоните вечером;
      Фатима;;harbi@journey.test
      Фатима Харби;+966 50 000 00 18;harbi2@journey.test
      """;

  private static Chromium chromium;
  private static Demo demo;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    demo = Demo.read();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @Test
  void fromAFileWithMistakesToOneCardAndBack() {
    try (var window = chromium.window(1440, 900, "ru-RU", ColorScheme.LIGHT)) {
      var page = window.newPage();
      signIn(page, "ORG_ADMIN");
      importsWhatIsRight(page);
      findsAndEdits(page);
      mergesAndParts(page);
    }
    try (var window = chromium.window(390, 844, "ru-RU", ColorScheme.DARK)) {
      var page = window.newPage();
      signIn(page, "MANAGER");
      page.navigate(demo.url() + "/clients");
      shown(page.locator("table.clients tbody tr").first());
      assertThat(page.navigate(demo.url() + "/client-import").status()).isEqualTo(403);
    }
    assertThat(chromium.complaints()).noneMatch(one -> !one.contains("403"));
  }

  private static void importsWhatIsRight(Page page) {
    page.navigate(demo.url() + "/client-import");
    page.setInputFiles(
        "[id='upload:file']",
        new FilePayload("клиенты.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
    page.click("[id='upload:send']");
    page.click("[id='mapping:check']");
    shown(page.locator("[data-status=CHECKED]"));
    assertThat(page.locator("table.problems tbody tr")).hasCount(1);
    assertThat(page.locator("table.problems tbody tr")).containsText("звоните вечером");
    Chromium.picture(page, "import-1440-ru-light");
    page.click("[id='state:start']");
    shown(page.locator("[data-status=DONE]"));
  }

  private static void findsAndEdits(Page page) {
    page.navigate(demo.url() + "/clients");
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
    Chromium.picture(page, "client-1440-ru-light");
  }

  private static void mergesAndParts(Page page) {
    page.navigate(demo.url() + "/client-merge");
    page.locator(".duplicates li", new Page.LocatorOptions().setHasText("966500000017"))
        .locator("a.btn")
        .click();
    shown(page.locator("[id='deciding:merge']"));
    Chromium.picture(page, "merge-1440-ru-light");
    page.click("[id='deciding:merge']");
    shown(page.locator(".banner.success"));
    assertThat(page.locator(".duplicates li", new Page.LocatorOptions().setHasText("966500000017")))
        .hasCount(0);
    page.locator("form#merges input[type=submit]").first().click();
    shown(page.locator(".duplicates li", new Page.LocatorOptions().setHasText("966500000017")));
  }

  private static void signIn(Page page, String role) {
    page.navigate(demo.url() + "/clients");
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    var user = demo.first().user(role);
    page.fill("#user", user.login());
    page.fill("#password", user.password());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile(".*/clients.*"));
  }

  private static void shown(Locator what) {
    assertThat(what)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
  }
}
