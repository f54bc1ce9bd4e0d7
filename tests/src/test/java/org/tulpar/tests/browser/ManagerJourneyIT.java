package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
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

/** A manager's day in one page: sign in, see a customer write, take over, answer, give back. */
@ExtendWith(OnTheServer.class)
class ManagerJourneyIT {

  private static final String NUMBER = "77060000001";
  private static final Duration SOON = Duration.ofSeconds(20);

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
  void fromTheSignInToTheAnswerAndBack() {
    write("Здравствуйте, есть вопрос о доставке");
    try (var window = chromium.window(1440, 900, "ru-RU", ColorScheme.LIGHT)) {
      var page = window.newPage();
      signIn(page);
      var row = page.locator("#rows a.conv", new Page.LocatorOptions().setHasText(NUMBER)).first();
      shown(row);
      row.click();
      shown(said(page, "Здравствуйте, есть вопрос о доставке"));
      seesTheNextMessageWithoutAReload(page);
      takesOverAndAnswers(page);
      givesBack(page);
      Chromium.picture(page, "inbox-1440-ru-light");
      changesTheLanguage(page);
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void signIn(Page page) {
    page.navigate(demo.url() + "/inbox");
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    Chromium.picture(page, "login-1440-ru-light");
    var manager = demo.first().user("MANAGER");
    page.fill("#user", manager.login());
    page.fill("#password", "not the password");
    page.click("#submit");
    shown(page.locator(".banner.danger"));
    page.fill("#user", manager.login());
    page.fill("#password", manager.password());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile(".*/inbox.*"));
  }

  private static void seesTheNextMessageWithoutAReload(Page page) {
    page.evaluate("window.sameDocument = true");
    write("Можно в субботу?");
    shown(said(page, "Можно в субботу?"));
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
  }

  private static void takesOverAndAnswers(Page page) {
    page.keyboard().press("Alt+KeyT");
    shown(page.locator(".handler [data-act=return]"));
    page.fill("#reply", "Да, в субботу с 10 до 14. Это Айгуль.");
    page.click("#send");
    await()
        .atMost(SOON)
        .until(
            () ->
                Gateway.sentTo(demo.first().channel().instance(), NUMBER)
                    .contains("Да, в субботу с 10 до 14. Это Айгуль."));
    shown(said(page, "Да, в субботу с 10 до 14. Это Айгуль."));
  }

  private static void givesBack(Page page) {
    page.locator(".handler [data-act=return]").click();
    shown(page.locator(".handler [data-act=take]"));
  }

  private static void changesTheLanguage(Page page) {
    page.locator("details.usermenu summary").first().click();
    page.locator("button[name=language][value=en]").first().click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    Chromium.picture(page, "inbox-1440-en-light");
    // The choice is the user's, not the window's: the next journey of the same user reads Russian.
    page.locator("details.usermenu summary").first().click();
    page.locator("button[name=language][value=ru]").first().click();
    assertThat(page.locator("html")).hasAttribute("lang", "ru");
  }

  @Test
  void aPageThatTheServerForgotIsReadAnewWithItsText() {
    write("Я подожду");
    try (var window = chromium.window(1440, 900, "ru-RU", ColorScheme.LIGHT)) {
      var page = window.newPage();
      signIn(page);
      page.locator("#rows a.conv", new Page.LocatorOptions().setHasText(NUMBER)).first().click();
      shown(said(page, "Я подожду"));
      page.fill("#reply", "Ещё не отправлено");
      // As after a restart of the server: the session is gone, who she is is remembered.
      window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
      page.waitForRequest(
          Request::isNavigationRequest,
          () -> page.evaluate("() => window.dispatchEvent(new Event('online'))"));
      shown(said(page, "Я подожду"));
      assertThat(page.locator("#reply")).hasValue("Ещё не отправлено");
      page.fill("#reply", "");
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void everyScreenHasItsPicture() {
    write("Сфотографируйте меня");
    for (var language : new String[] {"ru-RU", "en-US"}) {
      for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (int width : new int[] {1440, 390}) {
          try (var window = chromium.window(width, width == 390 ? 844 : 900, language, scheme)) {
            photograph(window, "-%d-%s-%s".formatted(width, language.substring(0, 2), scheme));
          }
        }
      }
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void photograph(BrowserContext window, String name) {
    var page = window.newPage();
    page.navigate(demo.url() + "/login");
    Chromium.picture(page, "sign-in" + name);
    var manager = demo.first().user("MANAGER");
    page.fill("#user", manager.login());
    page.fill("#password", manager.password());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile(".*/inbox.*"));
    shown(page.locator("#rows a.conv").first());
    Chromium.picture(page, "list" + name);
    page.locator("#rows a.conv").first().click();
    shown(page.locator("#flow article.msg").first());
    Chromium.picture(page, "thread" + name);
  }

  private static Locator said(Page page, String text) {
    return page.locator("#flow article.msg", new Page.LocatorOptions().setHasText(text)).first();
  }

  private static void shown(Locator what) {
    assertThat(what)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
  }

  private static void write(String text) {
    Customer.writes(demo.first().channel(), NUMBER, text);
  }
}
