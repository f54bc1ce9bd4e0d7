package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Planted;

/** A manager plans what is to be said later, and looks at the card for what became of it. */
class FollowUpJourneyIT extends Journey {

  private static final String NUMBER = "77060000091";
  private static final String OTHER = "77060000092";

  private final Demo.Channel channel = demo().first().channel();

  @Test
  void whatIsPlannedGoesOutUnlessTheClientWrites() {
    Customer.writes(channel, NUMBER, "позовите менеджера");
    var page = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK);
    opens(page, NUMBER);
    var text = "Вы ещё думаете о туре? " + System.nanoTime();
    page.fill("#reply", text);
    later(page);
    assertThat(page.locator("#follow-up-text")).hasValue(text);
    looksAt(page, Look.DESK.picture("follow-up"));
    plans(page);
    assertThat(page.locator("#reply")).hasValue("");
    shown(planned(page, text));
    assertThat(planned(page, text)).containsText("Вы, если клиент промолчит");
    looksAt(page, Look.DESK.picture("follow-up-card"));
    cancelsAndUndoes(page, text);
    Planted.due(channel, text);
    await().atMost(SOON).until(() -> Gateway.sentTo(channel.instance(), NUMBER).contains(text));
    shown(said(page, text));
    counts(page.locator("#follow-ups .follow-up"), 0);
    isNotSentToWhoHasWritten(page);
  }

  private void cancelsAndUndoes(Page page, String text) {
    planned(page, text).locator("[data-act=unplan]").click();
    counts(planned(page, text), 0);
    page.locator(".toast", saying("отменено")).locator("button").click();
    shown(planned(page, text));
  }

  private void isNotSentToWhoHasWritten(Page page) {
    var text = "Напоминаю о брони " + System.nanoTime();
    page.fill("#reply", text);
    later(page);
    plans(page);
    shown(planned(page, text));
    Customer.writes(channel, NUMBER, "Я на связи");
    shown(said(page, "Я на связи"));
    Planted.due(channel, text);
    assertThat(planned(page, text)).containsText("Не отправлено: клиент уже написал");
    looksAt(page, Look.DESK.picture("follow-up-skipped"));
    planned(page, text).locator("[data-act=unsent]").click();
    counts(planned(page, text), 0);
    counts(said(page, text), 0);
  }

  @Test
  void onAPhoneItIsPlannedForADayAndTakenBack() {
    Customer.writes(channel, OTHER, "Good evening");
    var look = Look.PHONE.dark().speaking("en-US");
    var page = signedIn("MANAGER", "/inbox?tab=ALL", look);
    opens(page, OTHER);
    later(page);
    page.fill("#follow-up-text", "See you on Monday");
    page.selectOption("#follow-up-when", "OWN");
    page.fill("#follow-up-at", "2020-01-02T10:00");
    page.locator("#follow-up [type=submit]").click();
    shown(page.locator("#follow-up [data-error]", saying("Choose a time")));
    looksAt(page, look.picture("follow-up"));
    page.selectOption("#follow-up-when", "MONDAY");
    plans(page);
    page.locator(".toast", saying("Planned")).locator("button").click();
    assertThat(page.locator("#reply")).hasValue("See you on Monday");
    page.fill("#reply", "");
    page.locator("#top [data-act=card]").click();
    counts(page.locator("#follow-ups .follow-up"), 0);
  }

  private static void later(Page page) {
    page.locator("#composer [data-menu=add]").click();
    page.locator("#add [data-act=later]").click();
    shown(page.locator("#follow-up-text"));
  }

  private static void plans(Page page) {
    page.locator("#follow-up [type=submit]").click();
    assertThat(page.locator("#follow-up")).isHidden();
  }

  private static Locator planned(Page page, String text) {
    return page.locator("#follow-ups .follow-up", saying(text));
  }
}
