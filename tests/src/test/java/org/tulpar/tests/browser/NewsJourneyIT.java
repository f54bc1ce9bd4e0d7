package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Planted;

/**
 * News come while a person reads, points and types; and while the connection or the session is
 * gone.
 */
class NewsJourneyIT extends Journey {

  private static final List<String> OTHERS = List.of("77060000201", "77060000202", "77060000203");
  private static final String OPEN = "77060000204";

  private final Demo.Channel channel = demo().first().channel();
  private final String word = "сурок" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

  @Test
  void nothingMovesUnderTheHandAndNoLetterIsLost() {
    for (var number : OTHERS) {
      writes(number, word + " спрашивает");
    }
    for (int line = 1; line <= 30; line++) {
      Customer.writes(channel, OPEN, "Строка " + line + " длинного рассказа");
    }
    writes(OPEN, word + " закончил");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL&sort=LATEST&q=" + word, Look.DESK);
    counts(page.locator("#rows a.conv"), 4);
    opens(page, OPEN);
    shown(said(page, word + " закончил"));
    theLineThatIsReadStays(page);
    theRowUnderThePointerStays(page);
    whatIsTypedStays(page);
  }

  /** After a lost connection the list is read anew, as long as it was, and around the pointer. */
  @Test
  void aListThatIsReadAnewMovesNothing() {
    var newcomers = new Newcomers();
    newcomers.channel("EVOLUTION");
    for (int id = 1; id <= 60; id++) {
      newcomers.conversation(id, "Клиент " + id + ".", Newcomers.Word.NOBODY, 1, 1);
    }
    var person = newcomers.person("ORG_ADMIN", "Айгуль", demo().first().user("ORG_ADMIN"));
    var page = signedIn(person, "/inbox?tab=UNASSIGNED&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    page.click("#more");
    counts(page.locator("#rows a.conv"), 60);
    page.evaluate("() => document.getElementById('list').scrollTo(0, 0)");
    var pointed = Inbox.row(page, "Клиент 3.");
    pointed.hover();
    var before = pointed.boundingBox().y;
    newcomers.writesAgain(2);
    newcomers.writesAgain(55);
    page.evaluate("window.dispatchEvent(new Event('online'))");
    shown(page.locator("#moved", saying("Новых: 2 ↑")));
    assertThat(pointed.boundingBox().y).isEqualTo(before);
    assertThat(page.locator("#rows a.conv")).hasCount(60);
    page.mouse().move(700, 400);
    assertThat(page.locator("#rows a.conv").first()).containsText("Клиент 55.");
    assertThat(page.locator("#rows a.conv").nth(1)).containsText("Клиент 2.");
    assertThat(page.locator("#rows a.conv")).hasCount(60);
    assertThat(page.locator("#more")).isHidden();
  }

  /** It may be asked for many times a second; what lies where is told with the list. */
  @Test
  void whatIsSaidInTheOpenConversationCountsNoPiles() {
    var newcomers = new Newcomers();
    newcomers.channel("EVOLUTION");
    newcomers.conversation(1, "Гульнара", Newcomers.Word.NOBODY, 0, 1);
    newcomers.said(1, "CLIENT", "DELIVERED", "Добрый день");
    var page = admin(newcomers, "/inbox/1?tab=ALL");
    shown(said(page, "Добрый день"));
    page.waitForLoadState();
    page.waitForResponse(answer -> asks(answer, "alone=false"), () -> isToldOf(page, 1));
    newcomers.conversation(2, "Чолпон", Newcomers.Word.NOBODY, 0, 1);
    var alone = page.waitForResponse(answer -> asks(answer, "alone=true"), () -> types(page, 1));
    assertThat(alone.text())
        .contains("data-part=\"rows\"")
        .doesNotContainPattern("data-tab=\"ALL\"[^<]*<span[^>]*>2<");
    assertThat(page.locator("#tabs [data-tab=ALL] .count")).hasText("2");
  }

  private static boolean asks(Response answer, String words) {
    var posted = answer.request().postData();
    return posted != null && posted.contains(words);
  }

  private static void isToldOf(Page page, int conversation) {
    page.evaluate("id => inboxPushed(id)", conversation);
  }

  /** While somebody types, the list is asked about seldom. */
  private static void types(Page page, int conversation) {
    page.evaluate("() => Inbox.tell('typed')");
    isToldOf(page, conversation);
  }

  private void theRowUnderThePointerStays(Page page) {
    page.evaluate("() => document.getElementById('list').scrollTo(0, 0)");
    page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
    var first = page.locator("#rows a.conv").first();
    var key = first.getAttribute("data-key");
    first.hover();
    var before = first.boundingBox();
    Shifts.watches(page);
    for (var number :
        OTHERS.reversed()) { // from the top: the first that is held is the next one's neighbour
      Customer.writes(channel, number, word + " спрашивает снова");
    }
    shown(page.locator("#moved", saying("Новых: 3 ↑")));
    assertThat(first).hasAttribute("data-key", key);
    assertThat(first.boundingBox().y).isEqualTo(before.y);
    assertThat(Shifts.sum(page)).as(Shifts.told(page)).isLessThan(Shifts.NONE);
    looksAt(page, "news-held-1440-ru-light");
    page.locator("#flow").hover();
    counts(page.locator("#rows a.conv:nth-child(4)[data-key='" + key + "']"), 1);
    assertThat(page.locator("#moved")).isHidden();
  }

  /** Whoever has read back reads on, and is told of what came below. */
  private void theLineThatIsReadStays(Page page) {
    page.evaluate(
        "() => { const s = document.getElementById('scroll'); s.scrollTop = -s.scrollHeight / 3; }");
    var line = said(page, "Строка 15 длинного рассказа");
    var before = line.boundingBox().y;
    Shifts.watches(page);
    Customer.writes(channel, OPEN, word + " вернулся");
    shown(said(page, word + " вернулся"));
    shown(page.locator("#jump", saying("Новых: 1 ↓")));
    assertThat(line.boundingBox().y).isEqualTo(before);
    assertThat(Shifts.sum(page)).as(Shifts.told(page)).isLessThan(Shifts.NONE);
    page.click("#jump");
    assertThat(page.locator("#jump")).isHidden();
  }

  private void whatIsTypedStays(Page page) {
    page.evaluate("window.sameDocument = true");
    page.click("#reply");
    var typed = new StringBuilder();
    for (var part : List.of("Пока ", "все ", "пишут, ", "я ", "набираю ", "ответ.")) {
      page.keyboard().type(part);
      typed.append(part);
      Customer.writes(channel, OTHERS.get(typed.length() % 3), word + " торопит");
      Customer.writes(channel, OPEN, word + " ждёт: " + typed);
      shown(said(page, word + " ждёт: " + typed.toString().strip()));
    }
    assertThat(page.locator("#reply")).hasValue(typed.toString());
    assertThat(page.locator("#reply")).isFocused();
    assertThat(page.evaluate("document.getElementById('reply').selectionStart"))
        .isEqualTo(typed.length());
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    Inbox.drafts(page, "");
  }

  @Test
  void whatBreaksOffIsToldAndEverythingArrivesOnce() {
    List.of("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_CHANGED", "WebSocket").forEach(this::allows);
    writes(OPEN, "Есть ли места " + word);
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL&q=" + word, Look.DESK);
    opens(page, OPEN);
    shown(said(page, "Есть ли места"));
    page.fill("#reply", "Места есть " + word);
    page.context().setOffline(true);
    shown(page.locator("#lost", saying("Связь пропала")));
    page.click("#send");
    assertThat(page.locator("#composer-note")).hasClass(Pattern.compile(".*t-danger.*"));
    assertThat(page.locator("#reply")).hasValue("Места есть " + word);
    Customer.writes(channel, OPEN, "Первое без связи " + word);
    Customer.writes(channel, OPEN, "Второе без связи " + word);
    looksAt(page, "news-lost-1440-ru-light");
    page.context().setOffline(false);
    shown(said(page, "Первое без связи"));
    shown(said(page, "Второе без связи"));
    assertThat(page.locator("#lost")).isHidden();
    assertThat(page.locator("#reply")).hasValue("Места есть " + word);
    var request = page.waitForRequest(this::sends, () -> page.click("#send"));
    counts(page.locator("#flow article.msg.out", saying("Места есть " + word)), 1);
    isPostedAgain(page, request);
    survivesTheEndOfTheSession(page);
  }

  private boolean sends(Request request) {
    var posted = request.postData();
    return posted != null && posted.contains("answers=");
  }

  /** As a browser does that has lost the answer: the same request, with the same key. */
  private void isPostedAgain(Page page, Request request) {
    var again =
        page.context()
            .request()
            .post(
                request.url(),
                RequestOptions.create()
                    .setHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .setHeader("Faces-Request", "partial/ajax")
                    .setData(request.postDataBuffer()));
    assertThat(again.ok()).isTrue();
    assertThat(again.text()).contains("&#34;sent&#34;");
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> times("Места есть " + word) == 1);
    counts(page.locator("#flow article.msg.out", saying("Места есть " + word)), 1);
  }

  private long times(String text) {
    return Gateway.sentTo(channel.instance(), OPEN).stream().filter(text::equals).count();
  }

  /** Not remembered by this browser any more: she signs in, and goes on with her sentence. */
  private void survivesTheEndOfTheSession(Page page) {
    var words = "Недописано " + UUID.randomUUID();
    page.fill("#reply", words);
    page.context().clearCookies();
    page.evaluate("() => window.dispatchEvent(new Event('online'))");
    page.waitForURL(Pattern.compile(".*/login.*"));
    enters(page, demo().first().user("ORG_ADMIN"));
    shown(said(page, "Второе без связи"));
    assertThat(page).hasURL(Pattern.compile(".*/inbox/\\d+.*"));
    assertThat(page.locator("#reply")).hasValue(words);
    Inbox.drafts(page, "");
  }

  /** The client writes, and a person has the word: nothing else is said meanwhile. */
  private void writes(String number, String text) {
    var before = Planted.messagesFrom(number);
    Customer.writes(channel, number, text);
    await().atMost(SOON).until(() -> Planted.messagesFrom(number) > before);
    Planted.silence(channel, number);
  }
}
