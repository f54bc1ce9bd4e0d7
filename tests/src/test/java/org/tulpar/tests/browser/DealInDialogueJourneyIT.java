package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Swept;

/**
 * A deal is made and moved along without leaving what is said; nobody's move is lost in silence.
 */
class DealInDialogueJourneyIT extends Journey {

  private static final String NUMBER = "77060000078";
  private static final String OTHER = "77060000079";
  private static final String THIRD = "77060000080";

  private final String title = "Ala-Archa " + UUID.randomUUID();

  @Test
  void theDealIsMovedFromTheDialogueAndWhoComesTooLateIsTold() {
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    writes(NUMBER);
    opens(aigul, NUMBER);
    make(aigul);
    stands(aigul, "Новый");
    var bakyt = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK.dark().speaking("en-US"));
    opens(bakyt, NUMBER);
    stands(bakyt, "Новый");
    put(aigul, "Подбор тура");
    stands(bakyt, "Подбор тура");
    aigul.locator("#toasts .toast", saying("«Новый» → «Подбор тура»")).locator("button").click();
    stands(aigul, "Новый");
    stands(bakyt, "Новый");
    hearsNothing(bakyt);
    put(aigul, "Ждём оплату");
    stands(aigul, "Ждём оплату");
    put(bakyt, "Подбор тура");
    shown(bakyt.locator("#toasts .toast", saying("Another person changed this deal meanwhile")));
    stands(bakyt, "Ждём оплату");
    looksAt(bakyt, "dialogue-deal-told-1440-en-dark");
    looksAt(aigul, "dialogue-deal-1440-ru-light");
    lose(aigul);
  }

  @Test
  void theBoardIsOneTouchAwayAndTakesAReply() {
    writes(THIRD);
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(aigul, THIRD);
    make(aigul);
    var link = aigul.locator("#deal-side .bar > a", saying(title));
    assertThat(aigul.locator("#deal-side h3 a")).hasAttribute("href", link.getAttribute("href"));
    link.click();
    shown(aigul.locator("#panel #flow article.msg").first());
    aigul.fill("#reply", "Четыре тысячи с человека");
    aigul.click("#send");
    shown(aigul.locator("#panel #flow article.msg.human", saying("Четыре тысячи с человека")));
    aigul.fill("#edit-at", "2027-07-12T15:00");
    shown(aigul.locator("#edit-at + .said-day", saying("12 июля 2027")));
    looksAt(aigul, "board-panel-1440-ru-light");
  }

  @Test
  void aDealIsMadeAndLostOnAPhone() {
    writes(OTHER);
    var aigul = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.PHONE);
    opens(aigul, OTHER);
    aigul.locator("#top [data-act=card]").click();
    make(aigul);
    looksAt(aigul, "dialogue-deal-390-ru-light");
    aigul.locator("#deal-side [data-menu=stages]").click();
    looksAt(aigul, "dialogue-stages-390-ru-light");
    chooses(aigul, "LOST");
    loses(aigul);
    shown(aigul.locator("#deal-new"));
  }

  /** In the other organization: while this runs, others presume one pipeline. */
  @Test
  void aDealBeginsInThePipelineAndStageThatAreChosen() {
    var company = demo().organizations().get(1);
    var admin = signedIn(company.user("ORG_ADMIN"), "/pipelines", Look.DESK.speaking("en-US"));
    var pipeline = "Taxi " + System.nanoTime();
    afterwards(() -> Swept.pipeline(company.channel(), pipeline));
    afterwards(() -> Swept.deals(company.channel(), title));
    readAnew(
        admin,
        () -> {
          admin.fill("[id='pipelines:pipeline']", pipeline);
          admin.keyboard().press("Enter");
        });
    for (var stage : List.of("Called", "On the way")) {
      readAnew(
          admin,
          () -> {
            admin.fill("[id='pipelines:stage']", stage);
            admin.keyboard().press("Enter");
          });
    }
    Customer.writes(company.channel(), NUMBER, "A car to the airport, please");
    admin.navigate(url("/inbox?tab=ALL"));
    opens(admin, NUMBER);
    looksAt(admin, "dialogue-deal-where-1440-en-light");
    admin
        .locator("#deal-new select")
        .selectOption(new SelectOption().setLabel(pipeline + ": On the way"));
    make(admin);
    stands(admin, "On the way");
  }

  /** What is made here is gone when the story is over, however it ends. */
  private void writes(String number) {
    afterwards(() -> Swept.deals(demo().first().channel(), title));
    Customer.writes(demo().first().channel(), number, "Сколько стоит Ала-Арча?");
  }

  private void make(Page page) {
    page.fill("#deal-new input", title);
    page.locator("#deal-new button").click();
    shown(page.locator("#deal-side", saying(title)));
  }

  /** Pushes come, and the page no longer asks what they are about. */
  private static void hearsNothing(Page page) {
    page.evaluate("() => { window.inboxNews = () => {}; window.inboxReload = () => {}; }");
  }

  private static void put(Page page, String stage) {
    page.locator("#top [data-menu=stages]").click();
    page.locator("#stages button", saying(stage)).click();
  }

  private static void stands(Page page, String stage) {
    shown(page.locator("#top [data-menu=stages]", saying(stage)));
    shown(page.locator("#deal-side", saying(stage)));
  }

  private static void lose(Page page) {
    page.locator("#top [data-menu=stages]").click();
    chooses(page, "LOST");
    looksNotLostWithoutAReason(page);
    loses(page);
  }

  private static void chooses(Page page, String kind) {
    page.locator("#stages button[data-kind=" + kind + "]").first().click();
    shown(page.locator("#ends"));
  }

  private static void looksNotLostWithoutAReason(Page page) {
    page.locator("#ends button[type=submit]").click();
    shown(page.locator("#ends [data-error]", saying("Выберите, почему сделка потеряна")));
  }

  private static void loses(Page page) {
    page.locator("#ends-reason")
        .selectOption(page.locator("#ends-reason option").nth(1).getAttribute("value"));
    page.locator("#ends button[type=submit]").click();
    counts(page.locator("#ends[open]"), 0);
  }
}
