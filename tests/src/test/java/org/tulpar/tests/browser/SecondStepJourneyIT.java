package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Authenticator;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;

/** A password alone opens nothing to who has turned the second step on. */
class SecondStepJourneyIT extends Journey {

  private static final String PAGE = "/settings/security";
  private static final String FIRST = "/second-step";

  private final Newcomers newcomers = new Newcomers();

  @Test
  void sheTurnsItOnComesInByItAndTurnsItOff() {
    var she = manager();
    var page = signedIn(she, PAGE, Look.DESK);
    page.click("[id='begin:go']");
    shown(page.locator(".pairing img"));
    looksAt(page, "second-step-begun-1440-ru-light");
    page.fill("[id='confirm:code']", "12345");
    page.click("[id='confirm:go']");
    shown(page.locator(".banner.danger"));
    shown(page.locator(".pairing img"));
    var app = Authenticator.scanning(page.locator(".pairing img").screenshot());
    var now = Instant.now();
    page.fill("[id='confirm:code']", app.code(now));
    page.click("[id='confirm:go']");
    counts(page.locator("#codes li"), 10);
    looksAt(page, "second-step-codes-1440-ru-light");
    var codes = page.locator("#codes li").allTextContents();
    page.navigate(url(PAGE));
    shown(page.locator("section[aria-labelledby=step] .badge.success"));
    counts(page.locator("#codes li"), 0);
    comesInByTheApp(she, app, now);
    comesInAndTurnsItOff(she, codes);
  }

  private void comesInByTheApp(Demo.Account she, Authenticator app, Instant used) {
    var page = atTheCode(she, Look.PHONE);
    looksAt(page, "second-step-390-ru-light");
    var halfWay = session(page);
    page.navigate(url("/inbox"));
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    answers(page, app.code(used));
    shown(page.locator(".banner.danger", saying("уже использован")));
    answers(page, app.code(used.plusSeconds(30)));
    page.waitForURL(address -> address.startsWith(url("/inbox")));
    assertThat(session(page)).as("a session that was known before").isNotEqualTo(halfWay);
  }

  private void comesInAndTurnsItOff(Demo.Account she, List<String> codes) {
    var page = atTheCode(she, Look.TABLET.dark());
    answers(page, codes.getFirst());
    page.waitForURL(address -> address.startsWith(url("/settings/profile")));
    page.navigate(url(PAGE));
    shown(page.getByText("Неиспользованных запасных кодов: 9"));
    looksAt(page, "second-step-on-1024-ru-dark");
    page.click("section[aria-labelledby=step] summary");
    proves(page, "not this one", codes.get(1), "off");
    shown(page.locator(".banner.danger", saying("пароль неверен")));
    proves(page, she.password(), codes.getFirst(), "off");
    shown(page.locator(".banner.danger", saying("уже использован")));
    proves(page, she.password(), codes.get(1), "renew");
    counts(page.locator("#codes li"), 10);
    var fresh = page.locator("#codes li").first().textContent();
    page.click("section[aria-labelledby=step] summary");
    proves(page, she.password(), fresh, "off");
    shown(page.locator(".banner.success"));
    shown(page.locator("[id='begin:go']"));
    signedIn(she, "/settings/profile", Look.DESK);
  }

  /** Who has lost the telephone and the codes asks an administrator. */
  @Test
  void theAdministratorResetsThatOfAColleague() {
    var she = manager();
    var hers = signedIn(she, PAGE, Look.PHONE.speaking("en-US").dark());
    hers.click("[id='begin:go']");
    var app = new Authenticator(hers.locator("#secret").textContent());
    looksAt(hers, "second-step-begun-390-en-dark");
    hers.fill("[id='confirm:code']", app.code(Instant.now()));
    hers.click("[id='confirm:go']");
    counts(hers.locator("#codes li"), 10);
    looksAt(hers, "second-step-codes-390-en-dark");
    var lost = atTheCode(she, Look.DESK.speaking("en-US"));
    answers(lost, "nothing at hand");
    shown(lost.locator(".banner.danger", saying("wrong or was used")));
    looksAt(lost, "second-step-1440-en-light");
    var admin = admin(newcomers, "/settings/people", Look.DESK.speaking("en-US"));
    readAnew(admin, () -> admin.locator("tbody a", saying("Айгуль")).click());
    looksAt(admin, "second-step-of-a-colleague-1440-en-light");
    readAnew(admin, () -> Asked.means(admin.locator("[id='entry:step']")));
    shown(admin.locator(".banner.success"));
    counts(admin.locator("[id='entry:step']"), 0);
    signedIn(she, "/settings/profile", Look.DESK);
  }

  /** Whoever works goes on working; whoever comes in sets it up first. */
  @Test
  void anOrganizationAsksEverybodyForIt() {
    var boss = newcomers.person("ORG_ADMIN", "Нурзат", demo().first().user("ORG_ADMIN"));
    signedIn(boss, "/settings/profile", Look.DESK);
    var page = signedIn(boss, "/settings/organization", Look.DESK.speaking("en-US"));
    page.check("[id='organization:secondstep']");
    readAnew(page, () -> page.click("[id='organization:save']"));
    shown(page.locator(".banner.success"));
    assertThat(page.locator("[id='organization:secondstep']")).isChecked();
    looksAt(page, "second-step-required-1440-en-light");
    goesOnAfterItWasLookedAtAnew(page);
    asksNoProgram(page);
    setsItUpFirst(manager());
  }

  private void asksNoProgram(Page page) {
    page.navigate(url("/settings/programs"));
    page.fill("[id='program:name']", "Касса");
    page.click("[id='program:make']");
    shown(page.locator("#made"));
    var key = "Bearer " + page.locator("#made").textContent();
    var asked = RequestOptions.create().setHeader("Authorization", key);
    var answer = window(Look.DESK).request().get(url("/api/v1/ledger"), asked);
    assertThat(answer.status()).as(answer.url()).isEqualTo(200);
  }

  private static void goesOnAfterItWasLookedAtAnew(Page page) {
    page.navigate(url(PAGE));
    readAnew(page, () -> Asked.means(page.getByText("End the others")));
    shown(page.locator(".banner.success"));
    page.navigate(url("/clients"));
    assertThat(page).hasURL(url("/clients"));
  }

  private void setsItUpFirst(Demo.Account she) {
    var page = window(Look.PHONE).newPage();
    page.navigate(url("/clients"));
    enters(page, she);
    page.waitForURL(url(FIRST));
    looksAt(page, "second-step-due-390-ru-light");
    page.navigate(url("/clients"));
    assertThat(page).hasURL(url(FIRST));
    page.click("[id='begin:go']");
    var app = new Authenticator(page.locator("#secret").textContent());
    page.fill("[id='confirm:code']", app.code(Instant.now()));
    page.click("[id='confirm:go']");
    counts(page.locator("#codes li"), 10);
    looksAt(page, "second-step-done-390-ru-light");
    page.click("#on");
    page.waitForURL(address -> !address.equals(url(FIRST)));
    page.navigate(url("/clients"));
    assertThat(page).hasURL(url("/clients"));
  }

  private Demo.Account manager() {
    return newcomers.person("MANAGER", "Айгуль", demo().first().user("MANAGER"));
  }

  /** The password was right, and she stands before the code. */
  private Page atTheCode(Demo.Account she, Look look) {
    var page = window(look).newPage();
    page.navigate(url("/settings/profile"));
    enters(page, she);
    shown(page.locator("#code"));
    return page;
  }

  private static void answers(Page page, String code) {
    page.fill("#code", code);
    page.click("#proceed");
  }

  private static void proves(Page page, String password, String code, String button) {
    page.fill("[id='taken:password']", password);
    page.fill("[id='taken:code']", code);
    readAnew(page, () -> page.click("[id='taken:" + button + "']"));
  }

  private static String session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElseThrow();
  }
}
