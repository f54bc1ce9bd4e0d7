package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.OnTheServer;

/** A client writes in Arabic, the manager reads and answers in Russian. */
@ExtendWith(OnTheServer.class)
class TranslationJourneyIT {

  private static final String NUMBER = "77060000071";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String ASKED =
      "نريد جولة إلى إيسيك كول، ٢ بالغين و٣ أطفال، من ١٢ إلى ١٨ يوليو.";
  private static final String READ =
      "Мы хотим тур на Иссык-Куль, 2 взрослых и 3 детей, 12–18 июля.";
  private static final String ANSWER = "Итого 1 324 USD за семью.";
  private static final String TRANSLATION = "المجموع 1 324 دولارا للعائلة.";

  private static Chromium chromium;
  private static Demo demo;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    demo = Demo.read();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @Test
  void whatIsReadAndWhatIsAnsweredInTwoLanguages() {
    Customer.writes(demo.first().channel(), NUMBER, ASKED);
    try (var window = chromium.window(1440, 900, "ru-RU", ColorScheme.LIGHT)) {
      var page = window.newPage();
      signIn(page);
      var row = page.locator("#rows a.conv", new Page.LocatorOptions().setHasText(NUMBER)).first();
      shown(row);
      row.click();
      readsTheTranslationAndSwapsIt(page);
      answers(page);
      aChangedPriceWaits(page);
      Chromium.picture(page, "translation-1440-ru-light");
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void signIn(Page page) {
    page.navigate(demo.url() + "/login");
    var manager = demo.first().user("MANAGER");
    page.fill("#user", manager.login());
    page.fill("#password", manager.password());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile(".*/inbox.*"));
    page.navigate(demo.url() + "/inbox?tab=ALL");
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

  private static void aChangedPriceWaits(Page page) {
    page.fill("#reply", ANSWER);
    assertThat(page.locator("#preview-text")).hasValue(TRANSLATION, soon());
    var changed = TRANSLATION.replace("1 324", "1 234");
    page.fill("#preview-text", changed);
    shown(page.locator("#preview-flags .flag"));
    assertThat(page.locator("#preview-flags")).containsText("цену");
    page.click("#send");
    assertThat(Gateway.sentTo(demo.first().channel().instance(), NUMBER)).doesNotContain(changed);
    Chromium.picture(page, "translation-held-1440-ru-light");
    page.click("#preview-confirm");
    sent(changed);
    shown(page.locator("#flow .flag").first());
  }

  private static void sent(String text) {
    await()
        .atMost(SOON)
        .until(() -> Gateway.sentTo(demo.first().channel().instance(), NUMBER).contains(text));
  }

  private static LocatorAssertions.HasValueOptions soon() {
    return new LocatorAssertions.HasValueOptions().setTimeout(SOON.toMillis());
  }

  private static Locator said(Page page, String text) {
    return page.locator("#flow article.msg", new Page.LocatorOptions().setHasText(text)).first();
  }

  private static void shown(Locator what) {
    assertThat(what)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
  }
}
