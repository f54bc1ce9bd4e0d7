package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.OnTheServer;

/** A manager looks at the figures and opens what they count; the administrator takes them away. */
@ExtendWith(OnTheServer.class)
class DashboardJourneyIT {

  private static final int PAGE = 50;

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
  void eachNumberOpensItsRows() {
    try (var window = chromium.window(1440, 900, "ru-RU", ColorScheme.LIGHT)) {
      var page = window.newPage();
      signIn(page, "MANAGER");
      assertThat(page.locator("[data-tile]").first()).isVisible();
      assertThat(page.locator("a.day")).hasCount(30);
      everyLinkLeadsSomewhere(page);
      daysOpenTheirConversations(page);
      page.navigate(demo.url() + "/dashboard?period=7");
      assertThat(page.locator("a.day")).hasCount(7);
      assertThat(page.locator("nav.seg a[aria-current]")).hasText("7 дней");
      Chromium.picture(page, "dashboard-1440-ru-light");
      assertThat(page.request().get(demo.url() + "/dashboard-export").status()).isEqualTo(403);
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void itFitsATelephoneAndTheAdministratorTakesAFile() {
    try (var window = chromium.window(390, 844, "ru-RU", ColorScheme.DARK)) {
      var page = window.newPage();
      signIn(page, "ORG_ADMIN");
      assertThat(page.locator("[data-tile]").first()).isVisible();
      assertThat(
              (Boolean)
                  page.evaluate(
                      "() => document.documentElement.scrollWidth <= window.innerWidth && document.querySelector('.main').scrollWidth <= window.innerWidth"))
          .isTrue();
      Chromium.picture(page, "dashboard-390-ru-dark");
      var file = page.request().get(demo.url() + "/dashboard-export?period=90");
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.headers().get("content-type")).startsWith("text/csv");
      assertThat(file.text()).contains("\"Медиана ответа человека, рабочих секунд\"");
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void everyLinkLeadsSomewhere(Page page) {
    @SuppressWarnings("unchecked")
    var links =
        (List<String>)
            page.evaluate(
                "() => [...new Set([...document.querySelectorAll('.tile, .todo[href], .funnel-row, .linked a')].map(a => a.href))]");
    assertThat(links).isNotEmpty();
    for (var link : links) {
      assertThat(page.request().get(link).status()).as(link).isEqualTo(200);
    }
  }

  private static void daysOpenTheirConversations(Page page) {
    @SuppressWarnings("unchecked")
    var days =
        (List<List<String>>)
            page.evaluate(
                "() => [...document.querySelectorAll('#days td a')].map(a => [a.href, a.textContent]).slice(-2)");
    for (var day : days) {
      var conversations = Integer.parseInt(day.get(1));
      page.navigate(day.get(0));
      assertThat(page.locator("#rows > .conv")).hasCount(Math.min(conversations, PAGE));
      assertThat(page.locator(".chosen .chip")).hasCount(1);
    }
  }

  private static void signIn(Page page, String role) {
    page.navigate(demo.url() + "/dashboard");
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    var user = demo.first().user(role);
    page.fill("#user", user.login());
    page.fill("#password", user.password());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile(".*/dashboard.*"));
  }
}
