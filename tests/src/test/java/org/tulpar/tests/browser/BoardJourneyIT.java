package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.NOTHING_UNDER_WAY;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.presses;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Swept;

/** Two people at one board: what one does the other sees, and nobody's move is lost in silence. */
class BoardJourneyIT extends Journey {

  private static final String NUMBER = "77060000077";
  private static final int NEW = 0;
  private static final int CHOOSING = 1;
  private static final int PAYING = 2;

  private final String title = "Song-Kul " + UUID.randomUUID();

  @ParameterizedTest
  @CsvSource({
    "ru-RU, en-US, «Новый» → «Подбор тура», Another person changed this deal meanwhile",
    "en-US, ru-RU, “Новый” → “Подбор тура”, Эту сделку тем временем изменил другой человек"
  })
  void ofTwoWhoDragOneCardTheSecondIsToldAndSeesWhereItLies(
      String first, String second, String moved, String told) {
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK.speaking(first));
    dealFromTheConversation(aigul);
    var look = Look.DESK.dark().speaking(second);
    var bakyt = signedIn("MANAGER", "/deals", look);
    takesInHand(aigul, CHOOSING);
    takesInHand(bakyt, PAYING);
    drops(aigul);
    shown(aigul.locator("#toasts .toast", saying(moved)));
    lies(aigul, CHOOSING);
    drops(bakyt);
    shown(bakyt.locator("#toasts .toast", saying(told)));
    lies(bakyt, CHOOSING);
    lies(aigul, CHOOSING);
    looksAt(bakyt, look.picture("board-told"));
    takesInHand(bakyt, PAYING);
    drops(bakyt);
    lies(aigul, PAYING);
    endsForAReason(bakyt, aigul);
  }

  @Test
  void aMoveIsSeenByTheOthersAndTakenBack() {
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    dealFromTheConversation(aigul);
    var bakyt = signedIn("MANAGER", "/deals", Look.DESK);
    takesInHand(aigul, CHOOSING);
    drops(aigul);
    lies(bakyt, CHOOSING);
    aigul.locator("#toasts .toast", saying("Подбор тура")).locator("button").click();
    lies(bakyt, NEW);
    card(bakyt).focus();
    bakyt.keyboard().press("Control+ArrowRight");
    lies(aigul, CHOOSING);
    assertThat(card(bakyt)).isFocused();
    looksAt(aigul, "board-1440-ru-light");
    endsForAReason(bakyt, aigul);
  }

  @Test
  void newsThatComesWhileACardIsInTheHandWaitsForTheDrop() {
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    silencesTheBot(aigul);
    dealFromTheConversation(aigul);
    var bakyt = signedIn("MANAGER", "/deals", Look.DESK);
    shown(card(bakyt));
    var held = holdsTheNews(bakyt);
    Customer.writes(demo().first().channel(), NUMBER, "А если нас пятеро?");
    bakyt.waitForCondition(() -> !held.isEmpty());
    takesInHand(bakyt, PAYING);
    letsGo(bakyt, held);
    shown(card(aigul).getByText("А если нас пятеро?"));
    shown(bakyt.locator(".slot"));
    drops(bakyt);
    lies(bakyt, PAYING);
    shown(card(bakyt).getByText("А если нас пятеро?"));
    lies(aigul, PAYING);
    endsForAReason(aigul, bakyt);
  }

  @Test
  void theCardThatWasPressedOpensThoughItIsExchanged() {
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    silencesTheBot(aigul);
    dealFromTheConversation(aigul);
    var bakyt = signedIn("MANAGER", "/deals", Look.PHONE);
    bakyt.waitForResponse(BoardJourneyIT::isReadAnew, bakyt::reload);
    bakyt.waitForFunction(NOTHING_UNDER_WAY);
    var held = holdsTheNews(bakyt);
    Customer.writes(demo().first().channel(), NUMBER, "А вшестером?");
    bakyt.waitForCondition(() -> !held.isEmpty());
    presses(bakyt, card(bakyt), () -> letsGo(bakyt, held));
    shown(bakyt.locator("#panel #edit"));
    shown(said(bakyt, "А вшестером?"));
    counts(card(bakyt).getByText("А вшестером?"), 1);
    endsForAReason(aigul, aigul);
  }

  @Test
  void whatIsTypedIntoTheSheetOutlivesAMove() {
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    dealFromTheConversation(aigul);
    card(aigul).click();
    aigul.fill("#edit-step", "Спросить про детей");
    aigul.locator("#panel [data-act=to]").click();
    aigul.locator("#move-stage").selectOption(stage(aigul, CHOOSING));
    aigul.locator("#move button[type=submit]").click();
    lies(aigul, CHOOSING);
    aigul.waitForFunction(NOTHING_UNDER_WAY);
    assertThat(aigul.locator("#edit-step")).hasValue("Спросить про детей");
    aigul.locator("#edit button[type=submit]").click();
    shown(card(aigul).getByText("Спросить про детей"));
    counts(aigul.locator("#sheet .way li", saying("нет → Спросить про детей")), 1);
    aigul.locator("#panel [data-act=shut]").click();
    endsForAReason(aigul, aigul);
  }

  private static String stage(Page page, int column) {
    return page.locator(".col").nth(column).getAttribute("data-stage");
  }

  @Test
  void nothingJumpsWhileNewsCome() {
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    silencesTheBot(aigul);
    dealFromTheConversation(aigul);
    aigul.navigate(url("/deals"));
    shown(card(aigul));
    aigul.waitForLoadState();
    aigul.waitForFunction(NOTHING_UNDER_WAY);
    Shifts.watches(aigul);
    var before = Shifts.boxes(aigul, "#board .deal");
    for (var words : List.of("А вдвоём?", "А если нас пятеро и мы едем на своей машине?", "Ау")) {
      Customer.writes(demo().first().channel(), NUMBER, words);
      shown(card(aigul).getByText(words));
      assertThat(Shifts.boxes(aigul, "#board .deal")).isEqualTo(before);
    }
    assertThat(Shifts.sum(aigul)).as(Shifts.told(aigul)).isLessThan(Shifts.NONE);
    endsForAReason(aigul, aigul);
  }

  /** What came before it could hear is asked for once. */
  private static boolean isReadAnew(Response answer) {
    return answer.request().method().equals("POST") && answer.url().equals(url("/deals"));
  }

  /** What the page asks for from now on is under way until somebody lets it go. */
  private static List<Route> holdsTheNews(Page page) {
    var held = new ArrayList<Route>();
    page.route(
        "**/deals",
        route -> {
          var posted = route.request().postData();
          if (posted != null && posted.contains("&ids=")) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    return held;
  }

  private static void letsGo(Page page, List<Route> held) {
    held.forEach(Route::resume);
    page.unroute("**/deals");
  }

  /** What the client says last stays what was said last. */
  private static void silencesTheBot(Page page) {
    Customer.writes(demo().first().channel(), NUMBER, "Есть кто-нибудь?");
    opens(page, NUMBER);
    page.keyboard().press("Alt+KeyT");
    shown(page.locator(".handler [data-act=return]"));
  }

  private void dealFromTheConversation(Page page) {
    afterwards(() -> Swept.deals(demo().first().channel(), title));
    Customer.writes(demo().first().channel(), NUMBER, "Сколько стоит Сон-Куль?");
    opens(page, NUMBER);
    page.locator("#card a[href*='/deals?conversation=']").click();
    shown(page.locator("#create"));
    looksAt(page, "board-create");
    page.fill("#create-name", title);
    page.fill("#create-amount", "72 000");
    page.locator("#create button[type=submit]").click();
    page.mouse().move(0, 0); // a column under it would stand still
    lies(page, NEW);
  }

  /** Lifts the card and holds it over a column; dropping it is the next step. */
  private void takesInHand(Page page, int column) {
    var card = card(page);
    shown(card);
    card.hover();
    page.mouse().down();
    var target = page.locator(".col-cards").nth(column).boundingBox();
    var x = target.x + target.width / 2;
    page.mouse().move(x, target.y + 60);
    page.mouse().move(x, target.y + 40);
    page.mouse().move(x, target.y + 30);
    shown(page.locator(".col").nth(column).locator(".slot"));
  }

  /** And takes the hand away. */
  private static void drops(Page page) {
    page.mouse().up();
    page.mouse().move(0, 0);
  }

  /** Nobody finds the card among the open ones any more. */
  private void endsForAReason(Page page, Page other) {
    var last = page.locator(".col").count() - 1;
    card(page).focus();
    page.keyboard().press("KeyM");
    page.locator("#move-stage").selectOption(stage(page, last));
    page.locator("#move button[type=submit]").click();
    shown(page.locator("#move [data-error]"));
    looksAt(page, "board-move");
    page.locator("#move-reason")
        .selectOption(page.locator("#move-reason option").nth(1).getAttribute("value"));
    page.locator("#move button[type=submit]").click();
    page.mouse().move(0, 0);
    lies(page, last);
    lies(other, last);
  }

  private Locator card(Page page) {
    return page.locator("#board .deal", saying(title));
  }

  /** Here and nowhere else. */
  private void lies(Page page, int column) {
    counts(
        page.locator(".col")
            .nth(column)
            .locator(".deal", new Locator.LocatorOptions().setHasText(title)),
        1);
    counts(card(page), 1);
  }
}
