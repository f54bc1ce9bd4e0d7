package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Planted;

/** While the bot waits for more words, everybody who looks sees for how long, and may decide. */
class BurstJourneyIT extends Journey {

  private static final String NUMBER = "77060000095";
  private static final int USUAL = 5;
  private static final int LONG = 60;

  /** The clock of the page itself: the server has not exchanged the line meanwhile. */
  private static final String COUNTS =
      """
      () => {
        const line = document.getElementById('burst').firstElementChild;
        if (!line) return false;
        if (window.counted !== line) { window.counted = line; window.told = new Set(); }
        window.told.add(line.querySelector('[data-words]').textContent);
        return window.told.size > 2;
      }""";

  private final Demo.Channel channel = demo().first().channel();

  @Test
  void theBotAnswersAtOnceOrNotAtAll() {
    afterwards(() -> Planted.waits(channel, USUAL));
    Planted.waits(channel, LONG);
    Customer.writes(channel, NUMBER, "Здравствуйте!");
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    var bakyt = signedIn("MANAGER", "/inbox?tab=ALL", Look.PHONE.speaking("en-US"));
    opens(aigul, NUMBER);
    opens(bakyt, NUMBER);
    countsDown(aigul);
    shown(bakyt.locator("#burst .burst"));
    looksAt(aigul, Look.DESK.picture("burst"));
    looksAt(bakyt, Look.PHONE.speaking("en-US").picture("burst"));
    aigul.locator("#burst [data-act=hasten]").click();
    await().atMost(SOON).until(() -> !Gateway.sentTo(channel.instance(), NUMBER).isEmpty());
    counts(aigul.locator("#burst .burst"), 0);
    counts(bakyt.locator("#burst .burst"), 0);
    var answers = Gateway.sentTo(channel.instance(), NUMBER).size();
    Customer.writes(channel, NUMBER, "А сколько стоит?");
    shown(said(aigul, "А сколько стоит?"));
    shown(aigul.locator("#burst .burst"));
    shown(bakyt.locator("#burst [data-act=take]"));
    bakyt.locator("#burst [data-act=take]").click();
    shown(bakyt.locator(".handler [data-act=return]"));
    counts(aigul.locator("#burst .burst"), 0);
    counts(bakyt.locator("#burst .burst"), 0);
    assertThat(bakyt.locator("#reply")).isFocused();
    assertThat(Gateway.sentTo(channel.instance(), NUMBER)).hasSize(answers);
  }

  private static void countsDown(Page page) {
    var words = page.locator("#burst [data-words]");
    assertThat(words).hasText(Pattern.compile("Бот ответит через \\d+ с"));
    page.waitForFunction(COUNTS);
    assertThat(words).hasText(Pattern.compile("Бот ответит через \\d+ с"));
  }
}
