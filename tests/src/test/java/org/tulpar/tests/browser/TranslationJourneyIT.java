package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Planted;

/** A client writes in Arabic, the manager reads and answers in her own language. */
class TranslationJourneyIT extends Journey {

  static final String ASKED = "نريد جولة إلى إيسيك كول، ٢ بالغين و٣ أطفال، من ١٢ إلى ١٨ يوليو.";

  /**
   * What a manager reads and writes.
   *
   * @param into the sign of a translation into her language
   * @param from the sign of a translation out of it
   * @param price how a price is called in it
   */
  record Side(
      Look look,
      String number,
      String read,
      String into,
      String answer,
      String translation,
      String from,
      String price) {}

  private static final Side RUSSIAN =
      new Side(
          Look.DESK,
          "77060000071",
          "Мы хотим тур на Иссык-Куль, 2 взрослых и 3 детей, 12–18 июля.",
          "ар → ру",
          "Итого 1 324 USD за семью.",
          "المجموع 1 324 دولارا للعائلة.",
          "ру → ар",
          "цену");

  private static final Side ENGLISH =
      new Side(
          Look.DESK.speaking("en-US"),
          "77060000072",
          "We would like a tour to Issyk-Kul, 2 adults and 3 children, July 12–18.",
          "ar → en",
          "The total is 1,324 USD for the family.",
          "المجموع 1,324 دولارا للعائلة.",
          "en → ar",
          "price");

  private static final String LONG_AGO = "77060000073";

  static List<Side> sides() {
    return List.of(RUSSIAN, ENGLISH);
  }

  @ParameterizedTest
  @MethodSource("sides")
  void whatIsReadAndWhatIsAnsweredInTwoLanguages(Side side) {
    var page = signedIn("MANAGER", "/inbox?tab=ALL", side.look());
    Customer.writes(demo().first().channel(), side.number(), ASKED);
    opens(page, side.number());
    readsTheTranslationAndSwapsIt(page, side);
    answers(page, side);
    aChangedPriceWaits(page, side);
    looksAt(page, side.look().picture("translation"));
    findsIt(page, side);
  }

  /** Nobody translated it when it was said, as when it came by the history of a phone. */
  @Test
  void whatWasSaidLongAgoIsTranslatedWhereItIsRead() {
    var channel = demo().first().channel();
    Customer.writes(channel, LONG_AGO, ASKED);
    await().atMost(SOON).until(() -> Planted.messagesFrom(LONG_AGO) > 0);
    Planted.silence(channel, LONG_AGO);
    Planted.lines(channel, LONG_AGO, ASKED, 60);
    var page = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK);
    opens(page, LONG_AGO);
    shown(said(page, "[ru] 60."));
    assertThat(said(page, "[ru] 60.")).containsText(RUSSIAN.read());
    page.evaluate("window.sameDocument = true");
    page.click("#older");
    shown(said(page, " 3."));
    shown(said(page, "[ru] 3."));
    assertThat(said(page, "[ru] 3.").locator(".dir")).hasText(RUSSIAN.into());
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
  }

  private static void readsTheTranslationAndSwapsIt(Page page, Side side) {
    var message = said(page, side.read());
    shown(message);
    assertThat(message.locator(".dir")).hasText(side.into());
    assertThat(message.locator(".orig")).hasText(ASKED);
    message.locator(".orig").click();
    assertThat(message.locator(".bubble > p")).hasText(ASKED);
    assertThat(message.locator(".orig")).hasText(side.read());
    message.locator(".orig").click();
  }

  private static void answers(Page page, Side side) {
    page.fill("#reply", side.answer());
    assertThat(page.locator("#preview-text")).hasValue(side.translation(), soon());
    page.click("#send");
    sent(side, side.translation());
    var answer = said(page, side.answer());
    shown(answer);
    assertThat(answer.locator(".dir")).hasText(side.from());
    assertThat(answer.locator(".orig")).hasText(side.translation());
  }

  private void aChangedPriceWaits(Page page, Side side) {
    page.fill("#reply", side.answer());
    assertThat(page.locator("#preview-text")).hasValue(side.translation(), soon());
    var changed = side.translation().replace("324", "234");
    page.fill("#preview-text", changed);
    shown(page.locator("#preview-flags .flag"));
    assertThat(page.locator("#preview-flags")).containsText(side.price());
    page.click("#send");
    assertThat(received(side)).doesNotContain(changed);
    looksAt(page, side.look().picture("translation-held"));
    page.click("#preview-confirm");
    sent(side, changed);
    shown(page.locator("#flow .flag").first());
  }

  /** By what she reads, which the client never wrote. */
  private static void findsIt(Page page, Side side) {
    page.fill("#q", side.read());
    page.press("#q", "Enter");
    page.waitForURL(Pattern.compile(".*[?&]q=.*"));
    assertThat(row(page, side.number()).locator(".conv-last")).containsText(side.read());
  }

  private static void sent(Side side, String text) {
    await().atMost(SOON).until(() -> received(side).contains(text));
  }

  private static List<String> received(Side side) {
    return Gateway.sentTo(demo().first().channel().instance(), side.number());
  }

  private static LocatorAssertions.HasValueOptions soon() {
    return new LocatorAssertions.HasValueOptions().setTimeout(SOON.toMillis());
  }
}
