package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Simulator;

/** The language model stays away: it is asked again, and then a person is called. */
class ModelJourneyIT extends Journey {

  /** One call runs into its time limit of 20 s; the pauses are 2 and 4 s. */
  private static final Duration GIVEN_UP = Duration.ofSeconds(90);

  private static final int FOR_EVER = 0;

  private final Demo.Channel channel = demo().first().channel();
  private final String number =
      "7709" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));

  @Test
  void whoWaitedForAModelInVainIsAmongThoseWhoNeedAPerson() {
    afterwards(Simulator::recovers);
    var page = signedIn("ORG_ADMIN", "/inbox?tab=NEEDS_HUMAN", Look.DESK);
    page.waitForLoadState();
    Simulator.modelFails("hang", 1);
    Simulator.modelFails("error500", FOR_EVER);
    Customer.writes(channel, number, "Сколько стоит тур в Каракол на троих?");
    assertThat(row(page, number))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(GIVEN_UP.toMillis()));
    assertThat(row(page, number).locator(".badge.waiting")).isVisible();
    opens(page, number);
    shown(said(page, "Сколько стоит тур в Каракол на троих?"));
    shown(page.locator("#flow .sys", saying("модель не отвечает")));
    looksAt(page, Look.DESK.picture("model-away"));
    assertThat(Gateway.sentTo(channel.instance(), number)).as("the bot says nothing").isEmpty();
    page.fill("#reply", "Здравствуйте, сейчас посчитаю");
    page.click("#send");
    shown(said(page, "сейчас посчитаю"));
    page.locator("#tabs [data-tab=NEEDS_HUMAN]").click();
    counts(page.locator("#rows a.conv", saying(number)), 0);
  }
}
