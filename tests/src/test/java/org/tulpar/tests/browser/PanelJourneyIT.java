package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.drafts;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Planted;
import org.tulpar.tests.server.Swept;

/**
 * The conversation beside the board is that of the inbox: whatever is shown there works, nothing
 * goes to another client, nothing twice, and nothing in a language she does not read.
 */
class PanelJourneyIT extends Journey {

  private static final String NUMBER = "77060000091";
  private static final String OTHER = "77060000092";
  private static final String ARAB = "77060000093";

  private final Demo.Channel channel = demo().first().channel();
  private final String title = "Tash-Rabat " + UUID.randomUUID();

  @Test
  void whatIsTypedForOneClientIsNeverSentToAnother() {
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    deal(page, NUMBER, "Сколько стоит Таш-Рабат?");
    deal(page, OTHER, "А завтра есть места?");
    page.navigate(url("/deals"));
    choose(page, NUMBER);
    drafts(page, "Скидка только вам");
    choose(page, OTHER);
    assertThat(page.locator("#reply")).hasValue("");
    page.locator("#reply").pressSequentially("Места есть");
    choose(page, NUMBER);
    assertThat(page.locator("#reply")).hasValue("Скидка только вам");
    choose(page, OTHER);
    assertThat(page.locator("#reply")).hasValue("Места есть");
    page.click("#send");
    shown(said(page, "Места есть"));
    assertThat(page.locator("#reply")).hasValue("");
    sent(OTHER, "Места есть");
    page.navigate(url("/inbox?tab=ALL"));
    opens(page, NUMBER);
    assertThat(page.locator("#reply")).hasValue("Скидка только вам");
    drafts(page, "");
    assertThat(Gateway.sentTo(channel.instance(), NUMBER)).doesNotContain("Места есть");
    assertThat(Gateway.sentTo(channel.instance(), OTHER)).doesNotContain("Скидка только вам");
  }

  @Test
  void aForeignClientGetsTheTranslationThatWasLookedAt() {
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    deal(page, ARAB, "نريد جولة إلى إيسيك كول، ٢ بالغين و٣ أطفال، من ١٢ إلى ١٨ يوليو.");
    page.navigate(url("/deals"));
    choose(page, ARAB);
    swaps(page);
    page.fill("#reply", "Итого 1 324 USD за семью.");
    var translation = "المجموع 1 324 دولارا للعائلة.";
    assertThat(page.locator("#preview-text"))
        .hasValue(translation, new LocatorAssertions.HasValueOptions().setTimeout(SOON.toMillis()));
    var changed = translation.replace("324", "234");
    page.fill("#preview-text", changed);
    shown(page.locator("#preview-flags .flag"));
    page.click("#send");
    assertThat(Gateway.sentTo(channel.instance(), ARAB)).doesNotContain(changed);
    looksAt(page, "panel-held-1440-ru-light");
    page.click("#preview-confirm");
    sent(ARAB, changed);
    shown(page.locator("#flow .flag").first());
    tellsThatTheTranslationIsMissing(page);
  }

  @Test
  void backLeadsFromThePanelToTheBoardAndALinkToItsDeal() {
    for (var look : List.of(Look.DESK, Look.PHONE)) {
      var fresh = new Newcomers();
      fresh.talkWithTheBot("Markus");
      fresh.trade().sell("Поход", "Юрта");
      var page = admin(fresh, "/deals", look);
      page.waitForLoadState();
      page.locator("#board .deal[data-id='1']").click();
      assertThat(page.locator("#edit-title")).hasValue("Поход");
      page.goBack();
      assertThat(page.locator("#panel")).isHidden();
      assertThat(page).hasURL(Pattern.compile(".*/deals$"));
      page.goForward();
      shown(page.locator("#edit-title"));
      page.evaluate("location.hash = '#2'"); // as a link does
      assertThat(page.locator("#edit-title")).hasValue("Юрта");
      page.keyboard().press("Escape");
      assertThat(page.locator("#panel")).isHidden();
      assertThat(page).hasURL(Pattern.compile(".*/deals$"));
    }
  }

  /** A page that knows nothing of her language is told, and shows the translation then. */
  private void tellsThatTheTranslationIsMissing(Page page) {
    var words = "Выезд в 9:15 " + UUID.randomUUID();
    page.evaluate("() => { window.inboxReload = () => {}; }");
    page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
    page.evaluate("() => document.getElementById('tongue').replaceChildren()");
    page.fill("#reply", words);
    page.click("#send");
    assertThat(page.locator("#composer-note")).containsText("клиент говорит на другом языке");
    assertThat(page.locator("#reply")).hasValue(words);
    shown(page.locator("#preview"));
    assertThat(Gateway.sentTo(channel.instance(), ARAB)).doesNotContain(words);
    drafts(page, "");
  }

  private static void swaps(Page page) {
    var said = page.locator("#flow article.msg:has(.orig)").first();
    shown(said);
    var original = said.locator(".orig").textContent();
    said.locator(".orig").click();
    assertThat(said.locator(".bubble > p")).hasText(original);
    said.locator(".orig").click();
  }

  @Test
  void whatWasNotAnsweredIsSentAgainOnce() {
    allows("ERR_FAILED");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    deal(page, NUMBER, "Есть ли скидки?");
    page.navigate(url("/deals"));
    choose(page, NUMBER);
    var words = "Детям половина " + UUID.randomUUID();
    page.fill("#reply", words);
    losesTheAnswer(page);
    page.click("#send");
    assertThat(page.locator("#composer-note")).hasClass(Pattern.compile(".*t-danger.*"));
    assertThat(page.locator("#reply")).hasValue(words);
    sent(NUMBER, words);
    page.unroute("**/deals");
    shown(said(page, words));
    page.click("#send");
    assertThat(page.locator("#reply")).hasValue("");
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> times(NUMBER, words::equals) == 1);
    counts(page.locator("#flow article.msg", saying(words)), 1);
  }

  /** The server takes it, and the page never hears of that. */
  private static void losesTheAnswer(Page page) {
    page.route(
        "**/deals",
        route -> {
          var posted = route.request().postData();
          if (posted != null && posted.contains("answers=")) {
            route.fetch();
            route.abort();
          } else {
            route.resume();
          }
        });
  }

  @Test
  void everyButtonOfTheConversationWorks() {
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    deal(page, OTHER, "Где вы находитесь?");
    var lost = "Бишкек, Чуй 120 " + UUID.randomUUID();
    Planted.deadLetter(channel, OTHER, lost);
    Planted.lines(channel, OTHER, "Давно", 60);
    snoozes(page);
    page.navigate(url("/deals"));
    choose(page, OTHER);
    page.locator("#top .snoozed [data-act=reopen]").click();
    counts(page.locator("#top .snoozed"), 0);
    var failed = said(page, lost);
    failed.locator("[data-choice=RESEND]").click();
    sent(OTHER, lost);
    counts(failed.locator("[data-act=decide]"), 0);
    reacts(page);
    answers(page);
    notes(page);
    readsBack(page);
    page.keyboard().press("Escape");
    assertThat(page.locator("#panel")).isHidden();
  }

  private static void snoozes(Page page) {
    page.locator("#top [data-menu=snoozes]").click();
    page.locator("#snoozes [data-until=PT1H]").click();
    shown(page.locator("#top .snoozed"));
  }

  /** What is older comes above what is read, which stays where it is. */
  private static void readsBack(Page page) {
    page.evaluate(
        "() => { const s = document.getElementById('scroll'); s.scrollTop = -s.scrollHeight; }");
    var read = said(page, "Давно 25.");
    var before = read.boundingBox().y;
    page.click("#older");
    said(page, "Давно 1.")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    assertThat(read.boundingBox().y).isCloseTo(before, within(1.0));
    assertThat(page.locator("#older")).isHidden();
  }

  private static Locator asked(Page page) {
    return page.locator("#flow article.msg:not(.out)", saying("Где вы находитесь?")).last();
  }

  private static void reacts(Page page) {
    asked(page).hover();
    asked(page).locator("[data-act=signs]").click();
    page.locator(".sign-menu button").first().click();
    shown(asked(page).locator(".sign.ours"));
  }

  private void answers(Page page) {
    asked(page).hover();
    asked(page).locator("[data-act=answer]").click();
    shown(page.locator("#tray .answered"));
    page.keyboard().press("Escape");
    assertThat(page.locator("#tray")).isHidden();
    assertThat(page.locator("#panel")).isVisible();
    asked(page).hover();
    asked(page).locator("[data-act=answer]").click();
    var words = "Там же, где и вчера " + UUID.randomUUID();
    page.fill("#reply", words);
    page.click("#send");
    shown(said(page, words).locator(".quote"));
  }

  private static void notes(Page page) {
    var words = "Просит центр " + UUID.randomUUID();
    page.keyboard().press("Alt+KeyP");
    page.fill("#reply", words);
    page.click("#send");
    shown(page.locator("#flow article.note", saying(words)));
    page.keyboard().press("Alt+KeyL");
  }

  private void deal(Page page, String number, String words) {
    afterwards(() -> Swept.deals(channel, title + number));
    Customer.writes(channel, number, words);
    shown(row(page, number));
    opens(page, number);
    page.locator("#top h2", saying(number)).waitFor();
    page.fill("#deal-new input[name=title]", title + number);
    page.locator("#deal-new button").click();
    shown(page.locator("#deal-side", saying(title + number)));
  }

  private void choose(Page page, String number) {
    var card = page.locator("#board .deal", saying(title + number));
    shown(card);
    card.click();
    page.locator("#panel[data-conversation='" + card.getAttribute("data-conversation") + "']")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    shown(page.locator("#flow article.msg").first());
  }

  private void sent(String number, String text) {
    await().atMost(SOON).until(() -> received(number).contains(text));
  }

  private long times(String number, Predicate<String> which) {
    return received(number).stream().filter(which).count();
  }

  private List<String> received(String number) {
    return Gateway.sentTo(channel.instance(), number);
  }
}
