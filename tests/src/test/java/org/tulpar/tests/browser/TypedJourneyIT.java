package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
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

  /**
   * Each form of a page is sent by itself, and the page that answers has the text of the others.
   */
  @Test
  void aFormThatIsSentLeavesTheOthersTheirText() {
    for (var look : List.of(Look.DESK, Look.PHONE.speaking("en-US").dark())) {
      var page = talkedTo("/clients/1", look);
      var card = new Form(page, "card");
      var noting = new Form(page, "noting");
      card.fills("name", "Жаңыл").chooses("language", "ky");
      noting.fills("note", "Звонила").isTaken("write");
      shown(page.locator("#toasts .toast"));
      looksAt(page, look.picture("typed-beside"));
      var toast = page.locator("#toasts .toast").boundingBox();
      assertThat(toast.x + toast.width).isLessThan(look.width());
      noting.has("note", "");
      card.has("name", "Жаңыл").has("language", "ky");
      noting.fills("note", "Перезвонит");
      card.isTaken("save");
      noting.has("note", "Перезвонит").isTaken("write");
      assertThat(page.locator("#toasts .toast")).hasCount(0);
      card.has("name", "Жаңыл").has("language", "ky");
      page.navigate(url("/clients/1"));
      page.waitForLoadState();
      noting.has("note", "");
      assertThat(page.locator("#toasts .toast")).hasCount(0);
    }
  }

  /** Refused or not: her text is hers until it is saved. */
  @Test
  void whatWasRefusedStaysBesideAFormThatIsSent() {
    var page = talkedTo("/clients/1", Look.DESK);
    var card = new Form(page, "card");
    card.fills("phone", "не номер").isRefused("save");
    var noting = new Form(page, "noting");
    noting.fills("note", "Звонила").isTaken("write");
    card.has("phone", "не номер").fills("phone", "+996555000401").isTaken("save");
    card.has("phone", "+996555000401");
  }

  @Test
  void whatAnotherHasWrittenMeanwhileIsNotWrittenOver() {
    var aigul = talkedTo("/clients/1", Look.DESK);
    var her = new Form(aigul, "card").fills("name", "Жаңыл");
    var page = aigul.context().newPage();
    page.navigate(url("/clients/1"));
    var his = new Form(page, "card");
    his.fills("email", "markus@journey.test").isTaken("save");
    new Form(aigul, "noting").fills("note", "Звонила").isTaken("write");
    her.has("email", "markus@journey.test").has("name", "Жаңыл").isTaken("save");
    her.fills("name", "Жаңыл Б.");
    page.navigate(url("/clients/1"));
    his.fills("name", "Маркус").isTaken("save");
    new Form(aigul, "noting").fills("note", "Перезвонит").isTaken("write");
    her.has("name", "Жаңыл Б.").isRefused("save");
  }

  /**
   * Older things are read under an address of their own, and what is sent there leads to the
   * newest.
   */
  @Test
  void theSameFormsAreKnownUnderAnotherAddress() {
    var page = talkedTo("/clients/1?until=2035-01-01T00:00:00Z", Look.DESK);
    new Form(page, "card").fills("name", "Жаңыл");
    new Form(page, "noting").fills("note", "Звонила").isTaken("write");
    assertThat(page).hasURL(Pattern.compile(".*/clients/1$"));
    new Form(page, "card").has("name", "Жаңыл");
  }

  @Test
  void aSecretIsNotKeptBesideAFormThatIsSent() {
    var page = talkedTo("/settings/profile", Look.DESK);
    page.fill("[id='secrets:present']", "Тайна-7");
    new Form(page, "profile").fills("name", "Нурзат А.").isTaken("save");
    assertThat(page.locator("[id='secrets:present']")).hasValue("");
    assertThat((String) page.evaluate("JSON.stringify(sessionStorage)")).doesNotContain("Тайна");
  }

  @Test
  void anotherLanguageTakesNothingAway() {
    var page = talkedTo("/clients/1", Look.DESK);
    new Form(page, "card").fills("name", "Жаңыл");
    page.locator(".nav .usermenu summary").click();
    readAnew(page, () -> page.locator(".nav [name=language][value=en]").click());
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    new Form(page, "card").has("name", "Жаңыл");
  }

  /** A client of an organization of its own. */
  private Page talkedTo(String path, Look look) {
    var fresh = new Newcomers();
    fresh.talkWithTheBot("Markus");
    return admin(fresh, path, look);
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
