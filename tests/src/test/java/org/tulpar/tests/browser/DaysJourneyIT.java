package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Newcomers;

/** A day is typed and chosen as the person writes it, whatever her browser speaks. */
class DaysJourneyIT extends Journey {

  @ParameterizedTest
  @CsvSource({
    "ru, en-US, 1.7.27, 01.07.2027, июль 2027, 02.07.2027, 31.02.2027",
    "en, ru-RU, 1/7/27, 01/07/2027, July 2027, 02/07/2027, 31/02/2027"
  })
  void byTheKeyboardAlone(
      String tongue,
      String browser,
      String typed,
      String shown,
      String month,
      String next,
      String wrong) {
    var look = Look.DESK.speaking(browser);
    var page = admin(new Newcomers(), "/settings/audit", look);
    prefers(page, tongue);
    page.reload();
    page.waitForLoadState();
    var from = page.locator("[name=from]");
    from.fill(typed);
    from.press("Tab");
    assertThat(from).hasValue(shown);
    from.press("ArrowDown");
    shown(page.locator(".calendar b", saying(month)));
    var weekdays = page.locator(".calendar th");
    assertThat(weekdays).hasCount(7);
    assertThat(weekdays.first().boundingBox().y)
        .isEqualTo(weekdays.last().boundingBox().y)
        .isLessThan(page.locator(".calendar td button").first().boundingBox().y);
    looksAt(page, "calendar-1440-" + tongue + "-light");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Enter");
    counts(page.locator(".calendar"), 0);
    assertThat(from).hasValue(next);
    assertThat(from).isFocused();
    readAnew(page, () -> from.press("Enter"));
    assertThat(page).hasURL(Pattern.compile(".*from=2027-07-02.*"));
    assertThat(from).hasValue(next);
    from.fill(wrong);
    from.press("Tab");
    assertThat(from.evaluate("field => field.validity.customError")).isEqualTo(true);
    from.click();
    page.locator(".calendar td button").first().click();
    assertThat(from.evaluate("field => field.validity.valid")).isEqualTo(true);
  }
}
