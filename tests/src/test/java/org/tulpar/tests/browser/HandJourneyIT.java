package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.NOTHING_UNDER_WAY;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.presses;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Planted;

/** Something comes between the press and the release: what was meant happens nevertheless. */
class HandJourneyIT extends Journey {

  private static final String LIST = "/inbox?tab=ALL&sort=LATEST";
  private static final int USUAL = 5;
  private static final int LONG = 60;

  private final Demo.Channel channel = demo().first().channel();
  private final String number = someone();

  static List<Look> looks() {
    return List.of(Look.DESK, Look.PHONE.speaking("en-US"));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theRowThatWasPressedOpensThoughItIsExchanged(Look look) {
    writes(number);
    var page = signedIn("MANAGER", LIST, look);
    stands(page);
    presses(page, row(page, number), () -> Customer.writes(channel, number, "Вы здесь?"));
    shown(said(page, "Вы здесь?"));
  }

  /** On a phone there is no pointer that holds the rows. */
  @Test
  void theRowThatWasPressedOpensThoughAnotherTakesItsPlace() {
    var above = someone();
    writes(number);
    writes(above);
    var page = signedIn("MANAGER", LIST, Look.PHONE);
    var third = someone();
    stands(page);
    presses(page, row(page, number), () -> Customer.writes(channel, third, "И я хочу"));
    shown(said(page, number));
    page.locator("#top [data-act=back]").click();
    shown(row(page, third));
  }

  @Test
  void theButtonThatWasPressedWorksThoughItIsExchanged() {
    afterwards(() -> Planted.waits(channel, USUAL));
    Planted.waits(channel, LONG);
    Customer.writes(channel, number, "Здравствуйте!");
    var page = signedIn("MANAGER", LIST, Look.DESK);
    opens(page, number);
    stands(page);
    var take = page.locator("#burst [data-act=take]");
    shown(take);
    presses(page, take, () -> Customer.writes(channel, number, "Есть места?"));
    shown(page.locator(".handler.human [data-act=return]"));
    shown(said(page, "Есть места?"));
    assertThat(page.locator("#reply")).isFocused();
  }

  /**
   * What comes from now on is what the story lets come. As its socket opens a page asks for
   * everything once more: while something is pressed that answer would be laid aside, and no news
   * would be asked for after it.
   */
  private static void stands(Page page) {
    page.waitForResponse(HandJourneyIT::bringsAll, page::reload);
    page.waitForFunction(NOTHING_UNDER_WAY);
  }

  private static boolean bringsAll(Response answer) {
    var posted = answer.request().postData();
    return posted != null && posted.contains("&rows=");
  }

  /** Whoever writes says his number, and a person has the word. */
  private void writes(String from) {
    Customer.writes(channel, from, "Мой номер " + from);
    await().atMost(SOON).until(() -> Planted.messagesFrom(from) > 0);
    Planted.silence(channel, from);
  }

  private static String someone() {
    return "7711" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
  }
}
