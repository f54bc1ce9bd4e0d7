package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Simulator;

/** A manager asks with answers to choose from, and the client chooses. */
class QuestionJourneyIT extends Journey {

  private static final String WORDS = "Когда вам удобно?";

  private final String number =
      "7709" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));

  @Test
  void onTheCloudTheAnswersAreButtonsAndWhatIsPressedIsAChoice() {
    var company = demo().organizations().get(1);
    var line = company.channel("WHATSAPP_CLOUD").instance();
    Simulator.customerWrites(line, number, "позовите менеджера");
    var page = enter(company, Look.DESK);
    var dialog = asks(page);
    types(page, WORDS, "Утром\nутром");
    dialog.locator("[type=submit]").click();
    assertThat(dialog.locator("[data-error]")).containsText("одинаковые");
    types(page, WORDS, "Утром\nДнём\nВечером");
    assertThat(dialog.locator(".answers li")).hasText(new String[] {"Утром", "Днём", "Вечером"});
    assertThat(dialog.locator("[data-numbered]")).isHidden();
    looksAt(page, "share-question");
    sends(dialog);
    await()
        .atMost(SOON)
        .until(() -> Gateway.kindsTo(line, number).contains("interactive " + WORDS));
    var request = Gateway.lastRequest(line, "interactive " + WORDS).path("interactive");
    assertThat(request.path("type").asText()).isEqualTo("button");
    assertThat(request.at("/action/buttons/2/reply/title").asText()).isEqualTo("Вечером");
    assertThat(request.at("/action/buttons/2/reply/id").asText()).isEqualTo("a3");
    var bubble = said(page, WORDS);
    assertThat(bubble.locator(".answers li")).hasCount(3);
    assertThat(page.locator("#flow .msg.out.human")).hasCount(1);
    Simulator.customerPresses(line, number, "button_reply", "a3", "Вечером");
    shown(page.locator("#flow .msg:not(.out) .kind").getByText("Выбор"));
    looksAt(page, "question-answered");
  }

  @Test
  void onTheCloudMoreThanThreeAreAList() {
    var company = demo().organizations().get(1);
    var line = company.channel("WHATSAPP_CLOUD").instance();
    Simulator.customerWrites(line, number, "позовите менеджера");
    var page = enter(company, Look.PHONE.dark());
    var dialog = asks(page);
    types(page, WORDS, "1\n2\n3\n4");
    looksAt(page, "share-question-phone");
    sends(dialog);
    await()
        .atMost(SOON)
        .until(() -> Gateway.kindsTo(line, number).contains("interactive " + WORDS));
    var request = Gateway.lastRequest(line, "interactive " + WORDS).path("interactive");
    assertThat(request.at("/action/sections/0/rows")).hasSize(4);
    Simulator.customerPresses(line, number, "list_reply", "a4", "4");
    shown(page.locator("#flow .msg:not(.out) .kind").getByText("Выбор"));
  }

  @Test
  void onEvolutionTheyAreNumberedAndAnsweredInWords() {
    var company = demo().first();
    var line = company.channel().instance();
    Simulator.customerWrites(line, number, "позовите менеджера");
    var page = enter(company, Look.DESK);
    var dialog = asks(page);
    assertThat(dialog.locator("[data-numbered]")).isVisible();
    types(page, WORDS, "Утром\nВечером");
    sends(dialog);
    await()
        .atMost(SOON)
        .until(
            () ->
                Gateway.kindsTo(line, number)
                    .contains("text " + WORDS + "\n\n1. Утром\n2. Вечером"));
    var bubble = said(page, WORDS);
    shown(bubble.locator(".tick[aria-label=Доставлено], .tick[aria-label=Прочитано]"));
    assertThat(bubble.locator(".answers.numbered li")).hasText(new String[] {"Утром", "Вечером"});
    assertThat(page.locator("#flow .msg.out.human, #flow .msg.out.phone")).hasCount(1);
    Simulator.customerWrites(line, number, "2");
    assertThat(page.locator("#flow .msg:not(.out) .bubble > p").last()).hasText("2");
  }

  private Page enter(Demo.Company company, Look look) {
    var page = signedIn(company.user("ORG_ADMIN"), "/inbox?tab=ALL", look);
    opens(page, number);
    return page;
  }

  private static Locator asks(Page page) {
    page.locator("[data-menu=add]").click();
    page.locator("#add [data-act=ask]").click();
    var dialog = page.locator("#share-question");
    shown(dialog);
    return dialog;
  }

  private static void types(Page page, String question, String answers) {
    page.fill("#share-question-text", question);
    page.fill("#share-question-answers", answers);
  }

  private static void sends(Locator dialog) {
    dialog.locator("[type=submit]").click();
    assertThat(dialog).isHidden();
  }
}
