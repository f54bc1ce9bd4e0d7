package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Planted;
import org.tulpar.tests.server.Simulator;

/** The AI writes the next reply for a manager, who sends it, changes it or throws it away. */
class ProposalJourneyIT extends Journey {

  private static final String ASKED = "Сколько стоит тур в Каракол?";
  private static final String PRICE = "Цена зависит от дат и числа человек.";
  private static final String OWN = "Мест осталось два";
  private static final String UNKNOWN =
      "Этого черновика у вас нет. Откройте диалог заново и попросите новый.";
  private static final int FOR_EVER = 0;

  private final Demo.Channel channel = demo().first().channel();
  private final String number =
      "7705" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));

  /**
   * What a manager reads.
   *
   * @param state of a proposal that stands
   * @param words of the model in her language, for one who asks for days in another
   */
  record Side(Look look, String ask, String state, String words) {}

  static List<Side> sides() {
    return List.of(
        new Side(Look.DESK, "Черновик ИИ", "не отправлен", "Даты подберём."),
        new Side(Look.DESK.speaking("en-US"), "AI draft", "not sent", "We will find dates."));
  }

  @Test
  void whatTheAiWroteIsSentAsSheWouldSendIt() {
    var page = asked(ASKED, Look.DESK);
    page.keyboard().press("Alt+KeyG");
    shown(text(page));
    assertThat(text(page)).containsText(PRICE);
    assertThat(page.locator("#proposal-state")).hasText("Черновик ИИ · не отправлен");
    assertThat(page.locator("#proposal-by")).containsText("tulpar-simulated");
    looksAt(page, Look.DESK.picture("proposal"));
    page.locator("[data-act=mode][data-mode=NOTE]").click();
    assertThat(text(page)).isHidden();
    page.locator("[data-act=mode][data-mode=REPLY]").click();
    press(page, "send");
    await().atMost(SOON).until(() -> received().stream().anyMatch(one -> one.startsWith(PRICE)));
    shown(said(page, PRICE));
    assertThat(page.locator("#proposal")).isHidden();
    assertThat(page.locator("#reply")).hasValue("");
    await().atMost(SOON).until(() -> "APPROVED".equals(Planted.proposals(number)));
  }

  @Test
  void sheChangesItAndHerOwnWordsComeBack() {
    var page = asked(ASKED, Look.DESK);
    page.fill("#reply", OWN);
    propose(page).click();
    shown(text(page));
    press(page, "edit");
    assertThat(page.locator("#reply")).isFocused();
    assertThat(page.locator("#reply")).hasValue(Pattern.compile(PRICE + ".*"));
    page.keyboard().press("Alt+KeyZ");
    assertThat(page.locator("#reply")).hasValue(OWN);
    shown(text(page));
    press(page, "edit");
    page.keyboard().type(" Мест два.");
    page.keyboard().press("Enter");
    await()
        .atMost(SOON)
        .until(
            () ->
                received().stream()
                    .anyMatch(one -> one.startsWith(PRICE) && one.endsWith("Мест два.")));
    await().atMost(SOON).until(() -> "EDITED".equals(Planted.proposals(number)));
    propose(page).click();
    shown(text(page));
    press(page, "discard");
    assertThat(page.locator("#proposal")).isHidden();
    await().atMost(SOON).until(() -> "EDITED REJECTED".equals(Planted.proposals(number)));
  }

  @Test
  void whileItIsWrittenSheWritesAndHearsAndIsAnsweredHerself() {
    var page = asked(ASKED, Look.DESK);
    Simulator.modelFails("hang", FOR_EVER); // the bot asks, too
    afterwards(Simulator::recovers);
    propose(page).click();
    assertThat(page.locator("#proposal-state")).hasText("Пишет…");
    await().atMost(SOON.dividedBy(4)).until(() -> Planted.idleTransactions() == 0);
    looksAt(page, Look.DESK.picture("proposal-writing"));
    page.fill("#reply", OWN);
    page.press("#reply", "Enter");
    await().atMost(SOON).until(() -> received().contains(OWN));
    shown(said(page, OWN));
    Customer.writes(channel, number, "А в субботу?");
    shown(said(page, "А в субботу?"));
    assertThat(page.locator("#proposal-state")).hasText("Пишет…");
    page.click("#proposal-stop");
    assertThat(page.locator("#proposal")).isHidden();
    Simulator.recovers();
    propose(page).click();
    shown(text(page));
    Customer.writes(channel, number, "Сколько с детьми?");
    assertThat(page.locator("#proposal-state")).hasText("Клиент написал ещё");
    page.click("#proposal-again");
    assertThat(page.locator("#proposal-state")).hasText("Черновик ИИ · не отправлен");
    assertThat(text(page)).containsText(PRICE);
    staysWithItsConversation(page);
  }

  private void staysWithItsConversation(Page page) {
    var other = number.replaceFirst("7705", "7704");
    Customer.writes(channel, other, "Здравствуйте, это я");
    opens(page, other);
    shown(said(page, "Здравствуйте, это я"));
    assertThat(page.locator("#proposal")).isHidden();
    opens(page, number);
    shown(said(page, "Сколько с детьми?"));
    shown(text(page));
  }

  @Test
  void aModelThatIsDownIsSaidAndNothingIsLost() {
    allows("status of 409");
    var page = asked(ASKED, Look.DESK);
    Simulator.modelFails("error500", FOR_EVER);
    afterwards(Simulator::recovers);
    page.fill("#reply", OWN);
    propose(page).click();
    shown(page.locator("#toasts .toast", saying("ИИ сейчас не отвечает. Напишите сами")));
    assertThat(page.locator("#reply")).hasValue(OWN);
    assertThat(page.locator("#proposal")).isHidden();
    Simulator.recovers();
    propose(page).click();
    shown(text(page));
  }

  @ParameterizedTest
  @MethodSource("sides")
  void forAForeignClientItIsTranslatedBeforeItGoesOut(Side side) {
    var page = asked(TranslationJourneyIT.ASKED, side.look());
    assertThat(propose(page)).hasText(side.ask());
    propose(page).click();
    shown(text(page));
    assertThat(page.locator("#proposal-state")).containsText(side.state());
    assertThat(text(page)).containsText(side.words());
    press(page, "send");
    shown(page.locator("#preview"));
    await().atMost(SOON).until(() -> !received().isEmpty());
    assertThat(received()).hasSize(1).noneMatch(one -> one.startsWith(side.words()));
    shown(said(page, side.words()).locator(".orig"));
  }

  @Test
  void onAPhoneTheFooterIsOneLine() {
    var page = asked(ASKED, Look.PHONE.dark());
    propose(page).click();
    shown(text(page));
    looksAt(page, Look.PHONE.dark().picture("proposal"));
    assertThat(
            (Boolean)
                page.evaluate(
                    "() => new Set([...document.querySelectorAll('#composer > footer > .btn')]"
                        + ".filter(b => b.checkVisibility()).map(b => { const r = b.getBoundingClientRect();"
                        + " return Math.round((r.top + r.bottom) / 2); })).size === 1"))
        .as("the buttons under the text stand in one line")
        .isTrue();
  }

  @Test
  void whatIsNotHersIsUnknownToHer() {
    var page = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK);
    var decision = RequestOptions.create().setForm(FormData.create().set("decision", "REJECTED"));
    var answer = page.context().request().post(url("/proposals/1/1"), decision);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("{\"refused\":\"" + UNKNOWN + "\"}");
  }

  /** The conversation of somebody who has asked this, of which a person has the word. */
  private Page asked(String words, Look look) {
    Customer.writes(channel, number, words);
    await().atMost(SOON).until(() -> Planted.messagesFrom(number) > 0);
    Planted.silence(channel, number);
    var page = signedIn("MANAGER", "/inbox?tab=ALL", look);
    opens(page, number);
    return page;
  }

  private static Locator propose(Page page) {
    return page.locator("#composer .propose");
  }

  private static Locator text(Page page) {
    return page.locator("#proposal-text");
  }

  private static void press(Page page, String what) {
    page.locator("#proposal [data-act=proposal-" + what + "]").click();
  }

  private List<String> received() {
    return Gateway.sentTo(channel.instance(), number);
  }
}
