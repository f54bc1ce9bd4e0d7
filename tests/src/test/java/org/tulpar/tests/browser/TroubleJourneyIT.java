package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Planted;
import org.tulpar.tests.server.Simulator;

/** What went wrong at the second organization, and every button an administrator has for it. */
class TroubleJourneyIT extends Journey {

  private final Demo.Company company = demo().organizations().get(1);
  private final Demo.Channel channel = company.channel();
  private final String number =
      "7704" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));

  @Test
  void whatFailedIsProcessedAgainOneByOneAndAllAtOnce() {
    var one = Planted.failedEvent(channel, number, "How much is the tour?");
    var other = Planted.failedEvent(channel, number, "We are four");
    var page =
        signedIn(company.user("ORG_ADMIN"), "/ledger?status=FAILED", Look.DESK.speaking("en-US"));
    shown(page.locator("tr", saying(other)));
    looksAt(page, "ledger-failed-1440-en-light");
    page.locator("tr", saying(one)).locator("button").click();
    shown(page.locator(".banner.success", saying("1")));
    counts(page.locator("tr", saying(one)), 0);
    stored(1);
    shown(page.locator("tr", saying(other)));
    page.click("[id='ledger:allAgain']");
    shown(page.locator(".banner.success"));
    counts(page.locator("tr", saying(other)), 0);
    stored(2);
    page.navigate(url("/ledger?status=PROCESSED"));
    shown(page.locator("tr", saying(one)));
    shown(page.locator("tr", saying(other)));
    replaysTheDay(page);
  }

  /** What is stored already neither changes nor doubles. */
  private void replaysTheDay(Page page) {
    page.locator("section[aria-labelledby=channels] tbody a").first().click();
    shown(page.locator("[id='ledger:replayDay']"));
    page.click("[id='ledger:replayDay']");
    shown(page.locator(".banner.success"));
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> Planted.messagesFrom(number) == 2);
  }

  @Test
  void whatWasGivenUpIsSentAgainOrLetBe() {
    Customer.writes(channel, number, "Are you there?");
    stored(1);
    var sent = "Yes, from nine " + UUID.randomUUID();
    var left = "Too late " + UUID.randomUUID();
    Planted.deadLetter(channel, number, sent);
    Planted.deadLetter(channel, number, left);
    var page = signedIn(company.user("ORG_ADMIN"), "/deadletters", Look.DESK.speaking("en-US"));
    shown(page.locator("tr", saying(left)));
    looksAt(page, "deadletters-1440-en-light");
    page.locator("tr", saying(sent)).locator("button[id$=resend]").click();
    shown(page.locator(".banner.success", saying("The message is on its way again")));
    counts(page.locator("tr", saying(sent)), 0);
    await().atMost(SOON).until(() -> Gateway.sentTo(channel.instance(), number).contains(sent));
    var discard = page.locator("tr", saying(left)).locator("button[id$=discard]");
    Asked.letsBe(discard);
    assertThat(Planted.decided(left)).isNull();
    Asked.means(discard);
    shown(page.locator(".banner.success", saying("The message is discarded")));
    counts(page.locator("tr", saying(left)), 0);
    assertThat(Planted.decided(sent)).isEqualTo("RESENT");
    assertThat(Planted.decided(left)).isEqualTo("DISCARDED");
    assertThat(Gateway.sentTo(channel.instance(), number)).contains(sent).doesNotContain(left);
  }

  /**
   * Of what nobody knows whether it went out, each of the three buttons, on the page and beside
   * what was said.
   */
  @Test
  void whatMayHaveBeenSentIsDecidedByAPerson() {
    Simulator.customerWrites(channel.instance(), number, "Are you there?");
    stored(1);
    var sent = "We are here " + UUID.randomUUID();
    var left = "The phone has it " + UUID.randomUUID();
    var asked = "Did it go? " + UUID.randomUUID();
    List.of(sent, left, asked).forEach(words -> Planted.unknownFate(channel, number, words));
    var page = signedIn(company.user("ORG_ADMIN"), "/deadletters", Look.DESK.speaking("en-US"));
    shown(page.locator("tr", saying(asked)));
    looksAt(page, "unknown-1440-en-light");
    page.locator("tr", saying(left)).locator("button[id$=assume]").click();
    shown(page.locator(".banner.success", saying("counts as sent")));
    counts(page.locator("tr", saying(left)), 0);
    assertThat(Planted.fate(left)).isEqualTo("SENT");
    page.locator("tr", saying(asked)).locator("button[id$=ask]").click();
    shown(page.locator(".banner.success", saying("is being asked")));
    page.locator("tr", saying(sent)).locator("a").click();
    var unsure = page.locator("#flow article.msg", saying(sent));
    shown(unsure.locator("[data-choice=ASSUME_SENT]"));
    assertThat(unsure.locator(".decide button")).hasCount(3);
    looksAt(page, "unknown-thread-1440-en-light");
    unsure.locator("[data-choice=RESEND]").click();
    await().atMost(SOON).until(() -> Gateway.sentTo(channel.instance(), number).contains(sent));
    counts(unsure.locator(".decide"), 0);
    assertThat(Gateway.sentTo(channel.instance(), number)).doesNotContain(left);
    await().atMost(SOON).until(() -> Gateway.sentTo(channel.instance(), number).contains(asked));
    counts(page.locator("#flow .decide"), 0);
  }

  @Test
  void whoDecidesTooLateIsTold() {
    Customer.writes(channel, number, "Are you there?");
    stored(1);
    var words = "Of two who press the first is heard " + UUID.randomUUID();
    Planted.deadLetter(channel, number, words);
    var admin = company.user("ORG_ADMIN");
    var page = signedIn(admin, "/deadletters", Look.DESK.speaking("en-US"));
    shown(page.locator("tr", saying(words)));
    var second = page.context().newPage();
    second.navigate(url("/deadletters"));
    Asked.means(second.locator("tr", saying(words)).locator("button[id$=discard]"));
    shown(second.locator(".banner.success"));
    page.locator("tr", saying(words)).locator("button[id$=resend]").click();
    assertThat(page.locator(".banner.danger")).hasCount(1);
    assertThat(Planted.decided(words)).isEqualTo("DISCARDED");
  }

  private void stored(int messages) {
    await().atMost(SOON).until(() -> Planted.messagesFrom(number) == messages);
  }
}
