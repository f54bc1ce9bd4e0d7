package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An administrator names the days on which the week does not hold. */
class HolidaysJourneyIT extends Journey {

  private static final LocalDate DAY = LocalDate.now().plusDays(200);

  private final String name = "Нооруз " + UUID.randomUUID();

  @Test
  void aHolidayIsNamedRefusedTwiceAndTakenBack() {
    var aigul = signedIn("ORG_ADMIN", "/answering", Look.DESK);
    adds(aigul, DAY.plusDays(2));
    shown(aigul.locator(".banner.success"));
    shown(line(aigul));
    adds(aigul, DAY);
    shown(aigul.locator(".banner.danger", saying("Один из этих дней уже назван")));
    assertThat(aigul.locator("[id='holiday:name']")).hasValue(name);
    looksAt(aigul, "holidays-1440-ru-light");
    looksAt(signedIn("ORG_ADMIN", "/answering", Look.PHONE.dark()), "holidays-390-ru-dark");
    line(aigul).locator("input[type=submit]").click();
    shown(aigul.locator(".banner.success"));
    counts(line(aigul), 0);
  }

  private void adds(Page page, LocalDate last) {
    page.fill("[id='holiday:name']", name);
    page.fill("[id='holiday:first']", DAY.toString());
    page.fill("[id='holiday:last']", last.toString());
    page.locator("[id='holiday:add']").click();
  }

  private Locator line(Page page) {
    return page.locator("[id=special] tr", saying(name));
  }
}
