package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Planted;
import org.tulpar.tests.server.Swept;

/** More comes than is worked off: whoever runs the installation, and whose it is, see how much. */
class BacklogJourneyIT extends Journey {

  private static final int FLOOD = 1_234;
  private static final int LINES = 30;
  private static final String NUMBER = "77040900001";

  private final Demo.Company company = demo().organizations().get(1);
  private final Demo.Channel channel = company.channel();

  @Test
  void aFloodIsSeenWhileItWaitsAndWhenItIsOver() {
    afterwards(() -> Swept.waitingEvents(channel));
    Customer.writes(channel, NUMBER, "How much is a bottle?");
    await().atMost(SOON).until(() -> Planted.messagesFrom(NUMBER) == 1);
    Planted.silence(channel, NUMBER);
    var ledger = signedIn(company.user("ORG_ADMIN"), "/ledger", Look.DESK.speaking("en-US"));
    var received = number(tally(ledger), 1);
    var processed = number(tally(ledger), 2);
    Planted.waitingEvents(channel, FLOOD);
    var console = signedIn(demo().superAdmin(), "/console", Look.DESK);
    assertThat(backlog(console)).containsText(company.name());
    assertThat(number(backlog(console), 2)).isGreaterThanOrEqualTo(FLOOD);
    assertThat(backlog(console).locator("td").nth(3)).hasText(Pattern.compile("\\d\\d:\\d\\d"));
    looksAt(console, "console-backlog-1440-ru-light");
    readAnew(ledger, ledger::reload);
    assertThat(number(tally(ledger), 4)).isGreaterThanOrEqualTo(FLOOD);
    for (int i = 0; i < LINES; i++) {
      Customer.writes(channel, NUMBER, "Line " + i);
    }
    await()
        .atMost(SOON)
        .until(
            () -> {
              readAnew(ledger, ledger::reload);
              return number(tally(ledger), 2) >= processed + LINES;
            });
    assertThat(number(tally(ledger), 1)).isGreaterThanOrEqualTo(received + FLOOD + LINES);
    assertThat(Swept.waitingEvents(channel)).isEqualTo(FLOOD);
    readAnew(console, console::reload);
    assertThat(number(backlog(console), 2)).isLessThan(FLOOD);
    readAnew(ledger, ledger::reload);
    assertThat(number(tally(ledger), 4)).isLessThan(FLOOD);
  }

  /** The channel of the whole installation for which the most waits. */
  private static Locator backlog(Page page) {
    return page.locator("section[aria-labelledby=backlog] tbody tr").first();
  }

  /** What came through the organization's first channel. */
  private static Locator tally(Page page) {
    return page.locator("section[aria-labelledby=channels] tbody tr", saying("WhatsApp, orders"));
  }

  private static long number(Locator row, int column) {
    return Long.parseLong(row.locator("td").nth(column).innerText().replaceAll("\\D", ""));
  }
}
