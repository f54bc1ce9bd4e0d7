package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.OnTheServer;

/** A tour gets a price and a departure, somebody orders it, and its seats become fewer. */
@ExtendWith(OnTheServer.class)
class CatalogueJourneyIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final LocalDate DAY = LocalDate.now(Clock.systemUTC()).plusMonths(2);

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
  void fromAPriceToAConfirmedOrder() {
    try (var window = chromium.window(1440, 900, "ru-RU", ColorScheme.LIGHT)) {
      var page = window.newPage();
      signIn(page, "ORG_ADMIN");
      offersATour(page);
      var order = orders(page);
      confirms(page, order);
      importsWhatIsRight(page);
    }
    try (var window = chromium.window(390, 844, "ru-RU", ColorScheme.DARK)) {
      var page = window.newPage();
      signIn(page, "MANAGER");
      shown(page.locator("table.clients tbody tr").first());
      Chromium.picture(page, "products-390-ru-dark");
      assertThat(page.navigate(demo.url() + "/product-import").status()).isEqualTo(403);
    }
    assertThat(chromium.complaints()).noneMatch(one -> !one.contains("403"));
  }

  private static void offersATour(Page page) {
    page.navigate(demo.url() + "/products/new");
    page.fill("[id='card:name']", "Ала-Арча, 1 день " + System.nanoTime());
    page.click("[id='card:add']");
    shown(page.locator(".banner.success"));
    page.fill("#starts", DAY.toString());
    page.fill("#seats", "6");
    page.click("[value='departure-add.0']");
    assertThat(page.locator("table.departures tbody tr")).hasCount(1);
    page.fill("#amount", "3 500");
    page.fill("#season", "Лето");
    page.fill("#from", DAY.minusDays(1).toString());
    page.fill("#to", DAY.plusDays(1).toString());
    page.click("[value='price-add.0']");
    assertThat(page.locator("table.prices tbody tr")).hasCount(1);
    page.fill("#amount", "4000");
    page.fill("#from", DAY.toString());
    page.click("[value='price-add.0']");
    shown(page.locator(".banner.danger"));
    assertThat(page.locator("#amount")).hasValue("4000");
    Chromium.picture(page, "product-1440-ru-light");
  }

  /** Returns the order's address. */
  private static String orders(Page page) {
    var product = page.url().replaceAll(".*/products/([0-9]+).*", "$1");
    page.navigate(demo.url() + "/clients/new");
    page.fill("[id='card:name']", "Заказчица");
    page.click("[id='card:add']");
    shown(page.locator(".banner.success"));
    page.locator("a[href*='/orders/new?client=']").first().click();
    page.navigate(page.url() + "&product=" + product);
    page.locator(".offers input").first().fill("4");
    page.click("[value='create.0']");
    shown(page.locator(".banner.success"));
    assertThat(page.locator("tfoot")).containsText("KGS");
    return page.url();
  }

  private static void confirms(Page page, String order) {
    page.locator("button[value$='.CONFIRMED']").click();
    shown(page.locator(".banner.success"));
    Chromium.picture(page, "order-1440-ru-light");
    page.locator("#lines a[href*='/products/']").first().click();
    assertThat(page.locator("table.departures .badge").first()).containsText("2");
    page.navigate(demo.url() + "/orders?status=CONFIRMED");
    shown(page.locator("table.orders tbody tr").first());
    Chromium.picture(page, "orders-1440-ru-light");
    page.navigate(order);
    page.locator("button[value$='.CANCELLED']").click();
    shown(page.locator(".banner.success"));
    page.locator("#lines a[href*='/products/']").first().click();
    assertThat(page.locator("table.departures .badge").first()).containsText("6");
  }

  private static void importsWhatIsRight(Page page) {
    page.navigate(demo.url() + "/product-import");
    page.setInputFiles(
        "[id='upload:file']",
        new FilePayload(
            "прайс.csv",
            "text/csv",
            "Название;Цена;Валюта;Цена с\nПрокат палатки;500;KGS;01.01.2026\nПрокат;даром;KGS;\n"
                .getBytes(StandardCharsets.UTF_8)));
    page.click("[id='upload:send']");
    page.click("[id='mapping:check']");
    shown(page.locator("[data-status=CHECKED]"));
    assertThat(page.locator("table.problems tbody tr")).hasCount(1);
    assertThat(page.locator("table.problems tbody tr")).containsText("даром");
    page.click("[id='state:start']");
    shown(page.locator("[data-status=DONE]"));
    page.click("[id='state:undo']");
    shown(page.locator("[data-status=UNDONE]"));
  }

  private static void signIn(Page page, String role) {
    page.navigate(demo.url() + "/products");
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    var user = demo.first().user(role);
    page.fill("#user", user.login());
    page.fill("#password", user.password());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile(".*/products.*"));
  }

  private static void shown(Locator what) {
    assertThat(what)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
  }
}
