package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.drafts;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Gateway;

/** A manager's day in one page: sign in, see a customer write, take over, answer, give back. */
class ManagerJourneyIT extends Journey {

  private static final String NUMBER = "77060000001";

  @ParameterizedTest
  @CsvSource({"ru-RU, en, 77060000002", "en-US, ru, 77060000003"})
  void fromTheSignInToTheAnswerAndBack(String language, String other, String number) {
    var look = Look.DESK.speaking(language);
    writes(number, "Здравствуйте, есть вопрос о доставке");
    var page = window(look).newPage();
    comesInAtTheSecondAttempt(page, look);
    opens(page, number);
    shown(said(page, "Здравствуйте, есть вопрос о доставке"));
    seesTheNextMessageWithoutAReload(page, number);
    takesOverAndAnswers(page, number);
    givesBack(page);
    looksAt(page, look.picture("inbox"));
    changesTheLanguage(page, other);
    looksAt(page, look.picture("inbox-changed"));
  }

  private void comesInAtTheSecondAttempt(Page page, Look look) {
    page.navigate(url("/inbox"));
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    assertThat(page.locator("html")).hasAttribute("lang", look.tongue());
    looksAt(page, look.picture("login"));
    var manager = demo().first().user("MANAGER");
    page.fill("#user", manager.login());
    page.fill("#password", "not the password");
    page.click("#submit");
    shown(page.locator(".banner.danger"));
    enters(page, manager);
    page.waitForURL(address -> address.startsWith(url("/inbox")));
    speaks(page, look.tongue());
    page.navigate(url("/inbox?tab=ALL"));
  }

  private static void seesTheNextMessageWithoutAReload(Page page, String number) {
    page.evaluate("window.sameDocument = true");
    writes(number, "Можно в субботу?");
    shown(said(page, "Можно в субботу?"));
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
  }

  private static void takesOverAndAnswers(Page page, String number) {
    page.keyboard().press("Alt+KeyT");
    shown(page.locator(".handler [data-act=return]"));
    page.fill("#reply", "Да, в субботу с 10 до 14. Это Айгуль.");
    page.click("#send");
    await()
        .atMost(SOON)
        .until(
            () ->
                Gateway.sentTo(demo().first().channel().instance(), number)
                    .contains("Да, в субботу с 10 до 14. Это Айгуль."));
    shown(said(page, "Да, в субботу с 10 до 14. Это Айгуль."));
  }

  private static void givesBack(Page page) {
    page.locator(".handler [data-act=return]").click();
    shown(page.locator(".handler [data-act=take]"));
  }

  private void changesTheLanguage(Page page, String other) {
    // The choice is the user's, not the window's: the next journey of the same user reads Russian.
    afterwards(() -> prefers(page, "ru"));
    page.locator("details.usermenu summary").first().click();
    page.locator("button[name=language][value=" + other + "]").first().click();
    assertThat(page.locator("html")).hasAttribute("lang", other);
  }

  @Test
  void aPageThatTheServerForgotIsReadAnewWithItsText() {
    writes(NUMBER, "Я подожду");
    var page = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK);
    opens(page, NUMBER);
    shown(said(page, "Я подожду"));
    page.fill("#reply", "Ещё не отправлено");
    // As after a restart of the server: the session is gone, who she is is remembered.
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    page.waitForRequest(
        Request::isNavigationRequest,
        () -> page.evaluate("() => window.dispatchEvent(new Event('online'))"));
    shown(said(page, "Я подожду"));
    assertThat(page.locator("#reply")).hasValue("Ещё не отправлено");
    drafts(page, "");
  }

  private static void writes(String number, String text) {
    Customer.writes(demo().first().channel(), number, text);
  }
}
