package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;

/** Whoever was away for too long, or was forgotten by the server, types nothing twice. */
class TypedJourneyIT extends Journey {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void aFormThatMeetsTheSignInComesBackWithItsText() {
    var she = person("ORG_ADMIN");
    for (var look : List.of(Look.DESK, Look.PHONE.speaking("en-US").dark())) {
      var page = signedIn(she, "/teams", look);
      var team = new Form(page, "team");
      team.fills("name", "Горы " + look.language())
          .field("members")
          .getByLabel("Нурзат")
          .first()
          .check();
      forgets(page);
      page.click("[id='team:save']");
      page.waitForURL(Pattern.compile(".*/login.*"));
      enters(page, she);
      assertThat(page).hasURL(Pattern.compile(".*/teams$"));
      shown(page.locator("#toasts .toast"));
      looksAt(page, look.picture("typed-again"));
      team.has("name", "Горы " + look.language());
      assertThat(team.field("members").getByLabel("Нурзат").first()).isChecked();
      team.isTaken("save");
      shown(page.locator("form#all tr", saying("Горы " + look.language())));
    }
  }

  @Test
  void aPageThatTheServerForgotGivesBackWhatWasTypedThere() {
    allows("409");
    var page = signedIn(person("ORG_ADMIN"), "/canned?of=here", Look.DESK);
    page.fill("[id='canned:shortcut']", "typed");
    page.fill("[id='canned:body']", "Первая строка\nвторая");
    page.evaluate(
        "document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]').forEach(one => one.value = '7:7')");
    readAnew(page, () -> page.click("[id='canned:save']"));
    readAnew(page, () -> page.locator(".failure a.primary").click());
    assertThat(page).hasURL(Pattern.compile(".*/canned[?]of=here$"));
    assertThat(page.locator("[id='canned:body']")).hasValue("Первая строка\nвторая");
    new Form(page, "canned").isTaken("save");
    page.navigate(url("/canned?of=here"));
    assertThat(page.locator("[id='canned:body']")).hasValue("");
  }

  @Test
  void nobodyElseReadsIt() {
    var she = person("ORG_ADMIN");
    var other = person("MANAGER");
    var page = signedIn(she, "/clients/new", Look.DESK);
    page.fill("[id='card:name']", "Горы");
    forgets(page);
    page.click("[id='card:add']");
    page.waitForURL(Pattern.compile(".*/login.*"));
    enters(page, other);
    assertThat(page).hasURL(Pattern.compile(".*/clients/new$"));
    page.waitForLoadState();
    assertThat(page.locator("[id='card:name']")).hasValue("");
  }

  @Test
  void theQuestionOfTheAddressIsKeptToo() {
    var she = demo().first().user("ORG_ADMIN");
    var page = signedIn(she, "/deals?q=nobody", Look.DESK);
    forgets(page);
    page.evaluate("() => window.dispatchEvent(new Event('online'))");
    page.waitForURL(Pattern.compile(".*/login.*"));
    enters(page, she);
    assertThat(page).hasURL(Pattern.compile(".*/deals[?]q=nobody$"));
  }

  /** Nobody is signed in here any more; what the page asks for by itself is refused. */
  private void forgets(Page page) {
    allows("401");
    page.context().clearCookies();
  }

  private Demo.Account person(String role) {
    return newcomers.person(role, "Нурзат", demo().first().user(role));
  }
}
