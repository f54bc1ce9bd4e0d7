package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.drafts;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Planted;

/**
 * An administrator works her inbox off: finds, takes over, notes, answers from a canned reply, puts
 * off, gives away, closes many at once; and does not get into her own way in two tabs.
 */
class InboxJourneyIT extends Journey {

  private static final String COLLEAGUE = "Бакыт";
  private static final String OFTEN = "77060000010";

  @ParameterizedTest
  @CsvSource({
    "ru-RU, 77060000011, 77060000012, Ищу тур с ночёвкой, бирюза",
    "en-US, 77060000013, 77060000014, I am looking for a tour, jasper",
  })
  void anInboxIsWorkedOff(
      String language, String number, String other, String question, String word) {
    var shortcut = "tent" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    writes(number, question + " " + word);
    writes(other, question + " " + word);
    var look = Look.DESK.speaking(language);
    var page = signedIn("ORG_ADMIN", "/canned", look);
    writesACannedReply(page, shortcut);
    finds(page, word, number, 2);
    savesTheView(page, word, look);
    takesOver(page);
    notes(page, look);
    answersFromTheCannedReply(page, shortcut);
    looksAt(page, look.picture("inbox-working"));
    snoozes(page, look);
    assigns(page, look);
    usesThePalette(page, word, look);
    givesBack(page);
    closesMany(page, word);
    looksAt(page, look.picture("inbox-worked-off"));
    theColleagueReadsHerNote(number);
    tidiesUp(page, word, shortcut);
  }

  @Test
  void whatIsOpenIsCoveredWhileTheNextIsRead() {
    writes("77060000018", "Первый вопрос");
    writes("77060000019", "Второй вопрос");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, "77060000018");
    var held = new ArrayList<Route>();
    page.route("**/inbox*", held::add);
    row(page, "77060000019").click();
    shown(page.locator("#waits"));
    assertThat(page.locator("#thread")).hasAttribute("aria-busy", "true");
    looksAt(page, "inbox-waits");
    page.unroute("**/inbox*");
    held.forEach(Route::resume);
    shown(said(page, "Второй вопрос"));
    assertThat(page.locator("#waits")).isHidden();
  }

  @Test
  void aDraftIsThereOnEveryDeviceUntilItIsSent() {
    writes("77060000015", "Напишете мне?");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, "77060000015");
    drafts(page, "Добрый день");
    var phone = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.PHONE);
    shown(row(phone, "77060000015").locator(".badge.draft"));
    opens(phone, "77060000015");
    assertThat(phone.locator("#reply")).hasValue("Добрый день");
    phone.click("#send");
    shown(said(page, "Добрый день"));
    page.reload();
    shown(said(page, "Добрый день"));
    assertThat(page.locator("#reply")).hasValue("");
    givesBack(page);
    closes(page);
  }

  @Test
  void twoTabsOfOnePersonDoNotFight() {
    writes("77060000016", "Кто мне ответит?");
    var first = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(first, "77060000016");
    var second = first.context().newPage();
    second.navigate(first.url());
    shown(said(second, "Кто мне ответит?"));
    drafts(first, "Из первой вкладки");
    second.fill("#reply", "Из второй вкладки");
    second.click("#send");
    shown(said(first, "Из второй вкладки"));
    assertThat(second.locator("#reply")).hasValue("");
    assertThat(first.locator("#reply")).hasValue("Из первой вкладки");
    first.reload();
    assertThat(first.locator("#reply")).hasValue("Из первой вкладки");
    first.click("#send");
    shown(said(second, "Из первой вкладки"));
    givesBack(second);
    shown(first.locator(".handler [data-act=take]"));
    closes(first);
    shown(second.locator("#top [data-act=reopen]").first());
  }

  @Test
  void whatAnotherTabHasTypedIsShownAndNotWrittenOver() {
    writes("77060000017", "Есть места на субботу?");
    var first = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(first, "77060000017");
    var second = first.context().newPage();
    second.navigate(first.url());
    shown(said(second, "Есть места на субботу?"));
    drafts(first, "Места есть");
    drafts(second, "Сейчас узнаю");
    shown(second.locator("#elsewhere", saying("Места есть")));
    assertThat(second.locator("#reply")).hasValue("Сейчас узнаю");
    looksAt(second, "draft-elsewhere-1440-ru-light");
    second.reload();
    shown(second.locator("#elsewhere", saying("Места есть")));
    assertThat(second.locator("#reply")).hasValue("Сейчас узнаю");
    second.waitForResponse(
        Inbox::keepsADraft, () -> second.locator("#elsewhere [data-act=own]").click());
    assertThat(second.locator("#elsewhere")).isHidden();
    drafts(first, "Места есть, два");
    first.locator("#elsewhere [data-act=other]").click();
    assertThat(first.locator("#reply")).hasValue("Сейчас узнаю");
    assertThat(first.locator("#elsewhere")).isHidden();
    drafts(first, "");
    closes(first);
  }

  /** A word that is said too often: the list says what it ends with. */
  @Test
  void aSearchThatLeavesOutOlderMessagesSaysSo() {
    writes(OFTEN, "Сурнай");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, OFTEN);
    var channel = demo().first().channel();
    Planted.silence(channel, OFTEN);
    Planted.lines(channel, OFTEN, "Сурнай", 2000);
    finds(page, "сурнай", OFTEN, 1);
    shown(page.locator("#cut"));
    assertThat(page.locator("#cut")).containsText(Pattern.compile("2\\s000"));
    looksAt(page, "inbox-cut-1440-ru-light");
    finds(page, "сурнай 2000", OFTEN, 1);
    assertThat(page.locator("#cut")).isHidden();
  }

  private static void writesACannedReply(Page page, String shortcut) {
    page.fill("[id='canned:shortcut']", shortcut);
    page.fill("[id='canned:body']", "Палатка: 12 USD. {manager.name}");
    page.click("[id='canned:save']");
    shown(page.locator(".banner.success"));
  }

  private static void finds(Page page, String word, String number, int rows) {
    page.navigate(url("/inbox"));
    page.fill("#q", word);
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*[?&]q=.*"));
    counts(page.locator("#rows a.conv"), rows);
    opens(page, number);
    shown(said(page, word));
  }

  private void savesTheView(Page page, String word, Look look) {
    page.click("#filter");
    looksAt(page, look.picture("inbox-filters"));
    page.fill("#view-name", "Слово " + word);
    readAnew(page, page.locator("[data-act=view]")::click);
    page.click("#filter");
    shown(page.locator("#filters .view a", saying("Слово " + word)));
    page.keyboard().press("Escape");
  }

  private static void takesOver(Page page) {
    page.keyboard().press("Alt+KeyT");
    shown(page.locator(".handler [data-act=return]"));
  }

  private void notes(Page page, Look look) {
    page.keyboard().press("Alt+KeyP");
    page.keyboard().type("Проверьте цену, @" + COLLEAGUE);
    shown(page.locator("#suggest [role=option]").first());
    looksAt(page, look.picture("inbox-mention"));
    page.locator("#suggest [role=option]").first().click();
    page.click("#send");
    shown(page.locator("#flow article.note .for"));
    assertThat(page.locator("#reply")).hasValue("");
  }

  private static void answersFromTheCannedReply(Page page, String shortcut) {
    page.keyboard().press("Alt+KeyL");
    page.keyboard().type("/" + shortcut.substring(0, shortcut.length() - 2));
    shown(page.locator("#suggest [role=option]").first());
    page.keyboard().press("Enter");
    assertThat(page.locator("#reply")).hasValue(Pattern.compile("Палатка: 12 USD\\. \\S+.*"));
    page.keyboard().press("Enter");
    shown(page.locator("#flow article.msg.out", saying("Палатка: 12 USD")));
  }

  private void snoozes(Page page, Look look) {
    page.keyboard().press("Alt+KeyM");
    shown(page.locator("#snoozes [data-until=TOMORROW]"));
    looksAt(page, look.picture("inbox-snooze"));
    page.locator("#snoozes [data-until=TOMORROW]").click();
    shown(page.locator(".handler.snoozed"));
    page.locator(".handler.snoozed [data-act=reopen]").click();
    counts(page.locator(".handler.snoozed"), 0);
  }

  private void assigns(Page page, Look look) {
    page.keyboard().press("Alt+KeyA");
    var colleague = page.locator("#assign [data-name]", saying(COLLEAGUE));
    var name = colleague.getAttribute("data-name");
    looksAt(page, look.picture("inbox-assign"));
    colleague.click();
    assertThat(page.locator(".thread-head .whose"))
        .hasAttribute("aria-label", Pattern.compile(".*" + name));
  }

  private void usesThePalette(Page page, String word, Look look) {
    page.keyboard().press("Control+KeyK");
    page.keyboard().type(word);
    counts(page.locator("#palette-found [role=option]"), 2);
    looksAt(page, look.picture("palette"));
    page.keyboard().press("Escape");
    page.locator("#flow").click();
    page.keyboard().press("?");
    shown(page.locator("#help"));
    looksAt(page, look.picture("help"));
    page.keyboard().press("Escape");
  }

  private static void givesBack(Page page) {
    page.locator(".handler [data-act=return]").click();
    shown(page.locator(".handler [data-act=take]"));
  }

  private static void closes(Page page) {
    page.keyboard().press("Alt+KeyE");
    shown(page.locator("#top [data-act=reopen]").first());
  }

  private static void closesMany(Page page, String word) {
    page.locator("#rows .avatar[data-act=pick]").nth(0).click();
    page.locator("#rows .avatar[data-act=pick]").nth(1).click();
    page.locator("#bulk [data-act=close-picked]").click();
    shown(page.locator(".toast", saying(": 2")));
    page.navigate(url("/inbox?tab=ALL&state=CLOSED&q=" + word));
    counts(page.locator("#rows a.conv"), 2);
  }

  /** She is told that somebody speaks of her, until she has looked. */
  private void theColleagueReadsHerNote(String number) {
    var page = signedIn("MANAGER", "/inbox?tab=ALL&state=MENTIONED", Look.DESK.dark());
    shown(page.locator("#tabs .mentions"));
    opens(page, number);
    shown(page.locator("#flow article.note .for"));
    page.reload();
    counts(page.locator("#tabs .mentions"), 0);
  }

  private static void tidiesUp(Page page, String word, String shortcut) {
    page.click("#filter");
    var view = page.locator("#filters .view", saying(word));
    view.locator("[data-act=unview]").click();
    counts(view, 0);
    readAnew(page, page.locator(".toast button").last()::click);
    page.click("#filter");
    view.locator("[data-act=unview]").click();
    counts(view, 0);
    page.navigate(url("/canned"));
    var canned = page.locator("form#replies tr", saying("/" + shortcut));
    canned.locator("input[type=submit]").click();
    counts(canned, 0);
  }

  private static void writes(String number, String text) {
    Customer.writes(demo().first().channel(), number, text);
  }
}
