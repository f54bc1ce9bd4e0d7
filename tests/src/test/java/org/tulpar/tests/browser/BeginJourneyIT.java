package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;

/** A manager writes first to a client who never wrote, and she answers in the same dialogue. */
class BeginJourneyIT extends Journey {

  private static final Look PHONE = Look.PHONE.dark().speaking("en-US");

  private final String number =
      "7709" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));

  @Test
  void fromTheClientsPageToHerAnswer() {
    var channel = demo().first().channel();
    var page = signedIn("MANAGER", "/clients/new", Look.DESK);
    adds(page, "Бегимай " + number, number);
    finds(page);
    looksAt(page, Look.DESK.picture("client-write"));
    page.locator("button", saying("Написать")).click();
    opened(page);
    assertThat(page.locator("#top")).containsText("Бегимай " + number);
    looksAt(page, Look.DESK.picture("begun"));
    sends(page, channel, "Добрый день! Ваш тур подтверждён.");
    Customer.writes(channel, number, "Спасибо, жду");
    answered(page, "Вы начали диалог", "Добрый день! Ваш тур подтверждён.", "Спасибо, жду");
    page.locator("#rows a.conv", saying(number)).first().click();
    counts(page.locator("#rows a.conv", saying(number)), 1);
    page.navigate(url("/clients?q=" + number));
    counts(page.locator("table.clients tbody tr"), 1);
    page.locator("table.clients tbody a.who").click();
    shown(page.locator(".timeline .happened", saying("Диалог начат")));
  }

  /** Several channels reach her: one is chosen; where only a template passes, that is offered. */
  @Test
  void theChannelIsChosenOnAPhone() {
    var company = demo().organizations().get(1);
    var channel = company.channel();
    var page = signedIn(company.user("MANAGER"), "/clients/new", PHONE);
    adds(page, "Begimai " + number, number);
    page.locator(".begin > summary", saying("Write")).click();
    counts(page.locator(".begin button"), 2);
    var menu = page.locator(".begin .menu").boundingBox();
    assertThat(menu.x).isNotNegative();
    assertThat(menu.x + menu.width).isLessThanOrEqualTo(PHONE.width());
    looksAt(page, PHONE.picture("client-write"));
    page.locator(".begin button", saying("WhatsApp, offers")).click();
    opened(page);
    shown(page.locator("#picker"));
    assertThat(page.locator("#reply")).isHidden();
    page.goBack();
    page.locator(".begin > summary").click();
    page.locator(".begin button", saying("WhatsApp, orders")).click();
    opened(page);
    looksAt(page, PHONE.picture("begun"));
    sends(page, channel, "Your water comes tomorrow.");
    Customer.writes(channel, number, "Thank you");
    answered(page, "You began the conversation", "Your water comes tomorrow.", "Thank you");
  }

  @Test
  void withoutAPhoneThePageSaysWhyThereIsNoWay() {
    var page = signedIn("MANAGER", "/clients/new", Look.DESK);
    adds(page, "Немая " + number, "");
    page.locator(".begin > summary", saying("Написать")).click();
    shown(page.locator(".begin .menu", saying("впишите телефон в карточку")));
    looksAt(page, Look.DESK.picture("client-no-way"));
  }

  private static void adds(Page page, String name, String phone) {
    page.fill("[id='card:name']", name);
    page.fill("[id='card:phone']", phone);
    page.click("[id='card:add']");
    shown(page.locator(".timeline"));
  }

  /** From the list of dialogues. */
  private void finds(Page page) {
    page.navigate(url("/inbox?tab=ALL"));
    page.locator("#find a[aria-label='Новый диалог: выбрать клиента']").click();
    page.fill("#filters input[name=q]", number);
    page.keyboard().press("Enter");
    counts(page.locator("table.clients tbody tr"), 1);
    page.locator("table.clients tbody a.who").click();
    shown(page.locator(".timeline"));
  }

  private static void opened(Page page) {
    assertThat(page).hasURL(Pattern.compile(".*/inbox/[0-9]+.*"));
    page.waitForLoadState();
    shown(page.locator("#composer"));
    counts(page.locator("#flow article.msg"), 0);
  }

  /** Until the next second: no less is told by the clock that gives her answer its place. */
  private void sends(Page page, Demo.Channel channel, String text) {
    page.fill("#reply", text);
    page.click("#send");
    await().atMost(SOON).until(() -> Gateway.sentTo(channel.instance(), number).contains(text));
    shown(said(page, text));
    var said = Instant.now().getEpochSecond();
    await().atMost(SOON).until(() -> Instant.now().getEpochSecond() > said);
  }

  /** What stands in the thread, whole and in this order. */
  private static void answered(Page page, String... lines) {
    shown(said(page, lines[lines.length - 1]));
    assertThat(page.locator("#flow :is(.sys, article.msg)")).containsText(lines);
  }
}
