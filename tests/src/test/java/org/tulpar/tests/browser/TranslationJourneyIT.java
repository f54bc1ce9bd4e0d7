package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Gateway;

/** A client writes in Arabic, the manager reads and answers in Russian. */
class TranslationJourneyIT extends Journey {

  private static final String NUMBER = "77060000071";
  private static final String ASKED =
      "نريد جولة إلى إيسيك كول، ٢ بالغين و٣ أطفال، من ١٢ إلى ١٨ يوليو.";
  private static final String READ =
      "Мы хотим тур на Иссык-Куль, 2 взрослых и 3 детей, 12–18 июля.";
  private static final String ANSWER = "Итого 1 324 USD за семью.";
  private static final String TRANSLATION = "المجموع 1 324 دولارا للعائلة.";

  @Test
  void whatIsReadAndWhatIsAnsweredInTwoLanguages() {
    Customer.writes(demo().first().channel(), NUMBER, ASKED);
    var page = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK);
    opens(page, NUMBER);
    readsTheTranslationAndSwapsIt(page);
    answers(page);
    aChangedPriceWaits(page);
    looksAt(page, "translation-1440-ru-light");
  }

  private static void readsTheTranslationAndSwapsIt(Page page) {
    var message = said(page, READ);
    shown(message);
    assertThat(message.locator(".dir")).hasText("ар → ру");
    assertThat(message.locator(".orig")).hasText(ASKED);
    message.locator(".orig").click();
    assertThat(message.locator(".bubble > p")).hasText(ASKED);
    assertThat(message.locator(".orig")).hasText(READ);
    message.locator(".orig").click();
  }

  private static void answers(Page page) {
    page.fill("#reply", ANSWER);
    assertThat(page.locator("#preview-text")).hasValue(TRANSLATION, soon());
    page.click("#send");
    sent(TRANSLATION);
    var answer = said(page, ANSWER);
    shown(answer);
    assertThat(answer.locator(".dir")).hasText("ру → ар");
    assertThat(answer.locator(".orig")).hasText(TRANSLATION);
  }

  private void aChangedPriceWaits(Page page) {
    page.fill("#reply", ANSWER);
    assertThat(page.locator("#preview-text")).hasValue(TRANSLATION, soon());
    var changed = TRANSLATION.replace("1 324", "1 234");
    page.fill("#preview-text", changed);
    shown(page.locator("#preview-flags .flag"));
    assertThat(page.locator("#preview-flags")).containsText("цену");
    page.click("#send");
    assertThat(Gateway.sentTo(demo().first().channel().instance(), NUMBER)).doesNotContain(changed);
    looksAt(page, "translation-held-1440-ru-light");
    page.click("#preview-confirm");
    sent(changed);
    shown(page.locator("#flow .flag").first());
  }

  private static void sent(String text) {
    await()
        .atMost(SOON)
        .until(() -> Gateway.sentTo(demo().first().channel().instance(), NUMBER).contains(text));
  }

  private static LocatorAssertions.HasValueOptions soon() {
    return new LocatorAssertions.HasValueOptions().setTimeout(SOON.toMillis());
  }
}
