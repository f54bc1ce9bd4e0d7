package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;

/** Each answer of the bot says where it comes from, to whoever asks. */
class WhyJourneyIT extends Journey {

  private static final Pattern AGENTS =
      Pattern.compile(
          "Написал агент «Тянь-Шань Тревел», версия 1, модель tulpar-simulated\\."
              + " Прочитано сообщений диалога: 1\\. Токенов: \\d+, время: \\d+,\\d с\\.");

  private final Demo.Channel channel = demo().first().channel();
  private final String number =
      "7709" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));

  @Test
  void whoAsksIsToldWhatTheAnswerComesFrom() {
    Customer.writes(channel, number, "Сколько стоит тур на Сон-Куль?");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, number);
    var answer = page.locator("#flow .msg.bot").first();
    shown(answer);
    assertThat(answer.locator(".why")).isHidden();
    asks(answer);
    assertThat(answer.locator(".why")).containsText(AGENTS);
    staysOpenWhenTheBubbleChanges(page, answer);
    looksAt(page, Look.DESK.picture("why"));
    asks(answer);
    assertThat(answer.locator(".why")).isHidden();
    Customer.writes(channel, number, "позовите менеджера");
    var handedOver = said(page, "Передаю диалог менеджеру");
    shown(handedOver);
    asks(handedOver);
    assertThat(handedOver.locator(".why")).containsText("клиент написал «менеджер»");
    assertThat(page.locator("#flow .msg:not(.bot) [data-act=why]")).hasCount(0);
    inEnglishOnAPhone();
  }

  private static void asks(Locator bubble) {
    bubble.locator("[data-act=why]").press("Enter");
  }

  private void staysOpenWhenTheBubbleChanges(Page page, Locator answer) {
    answer.hover();
    answer.locator("[data-act=signs]").click();
    page.locator("[data-act=react]").first().click();
    shown(answer.locator(".sign.ours"));
    shown(answer.locator(".why"));
    assertThat(answer.locator("[data-act=why]")).hasAttribute("aria-expanded", "true");
  }

  private void inEnglishOnAPhone() {
    var look = Look.PHONE.dark().speaking("en-US");
    var page = signedIn("MANAGER", "/inbox?tab=ALL", look);
    opens(page, number);
    var answer = page.locator("#flow .msg.bot").first();
    asks(answer);
    assertThat(answer.locator(".why")).containsText("Written by the agent");
    looksAt(page, look.picture("why"));
  }
}
