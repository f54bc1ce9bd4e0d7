package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Gateway;

/** An administrator goes through the first steps: a step is done because its fact is there. */
class OnboardingJourneyIT extends Journey {

  private static final String NUMBER = "77060000021";
  private static final Pattern DONE = Pattern.compile(".*\\bdone\\b.*");

  @ParameterizedTest
  @CsvSource({"0, ru-RU, 'WhatsApp, туры', Готово", "1, en-US, 'WhatsApp, orders', Done"})
  void aStepIsDoneWhenItsFactIsThere(int number, String language, String line, String done) {
    var company = demo().organizations().get(number);
    var look = Look.DESK.speaking(language);
    var page = signedIn(company.user("ORG_ADMIN"), "/welcome", look);
    assertThat(step(page, "/settings/channels")).hasClass(DONE);
    assertThat(step(page, "/answering")).hasClass(DONE);
    afterwards(() -> answersOnAllDays(page, true));
    answersOnAllDays(page, false);
    isToBeDone(page);
    looksAt(page, look.picture("welcome"));
    step(page, "/answering").locator("a").click();
    assertThat(page).hasURL(Pattern.compile(".*/answering"));
    answersOnAllDays(page, true);
    page.navigate(url("/welcome"));
    assertThat(step(page, "/answering")).hasClass(DONE);
    assertThat(step(page, "/answering").locator(".sr")).hasText(done);
    triesAChannel(page, line, company.channel().instance());
    putsItOffAndComesBack(page);
  }

  private static void answersOnAllDays(Page page, boolean open) {
    page.navigate(url("/answering"));
    var days = page.locator("input[type=checkbox][id^='answering:'][id$=':open']");
    assertThat(days).hasCount(7);
    for (var day : days.all()) {
      day.setChecked(open);
    }
    if (open) {
      page.locator("input[id^='answering:'][id$=':opens']")
          .all()
          .forEach(time -> time.fill("00:00"));
      page.locator("input[id^='answering:'][id$=':closes']")
          .all()
          .forEach(time -> time.fill("24:00"));
    }
    page.click("[id='answering:save']");
    shown(page.locator(".banner.success"));
  }

  private static void isToBeDone(Page page) {
    page.navigate(url("/welcome"));
    var step = step(page, "/answering");
    assertThat(step).not().hasClass(DONE);
    assertThat(step).hasAttribute("aria-current", "step");
    assertThat(step.locator("a")).hasClass(Pattern.compile(".*\\bprimary\\b.*"));
  }

  private static void triesAChannel(Page page, String line, String instance) {
    var before = Gateway.sentTo(instance, NUMBER).size();
    page.selectOption("[id='trial:channel']", new SelectOption().setLabel(line));
    page.fill("[id='trial:number']", "+" + NUMBER);
    page.click("[id='trial:send']");
    shown(page.locator(".banner.success"));
    await().atMost(SOON).until(() -> Gateway.sentTo(instance, NUMBER).size() == before + 1);
  }

  private static void putsItOffAndComesBack(Page page) {
    page.click("[id='later:dismiss']");
    assertThat(page).not().hasURL(Pattern.compile(".*/welcome"));
    page.navigate(url("/settings"));
    assertThat(page.locator("main a[href$='/welcome']")).hasCount(0);
    page.navigate(url("/welcome"));
    page.click("[id='again:resume']");
    shown(page.locator("[id='later:dismiss']"));
  }

  private static Locator step(Page page, String path) {
    return page.locator(
        "li.step", new Page.LocatorOptions().setHas(page.locator("a[href$='" + path + "']")));
  }
}
