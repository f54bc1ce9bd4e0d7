package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Simulator;

/** From an organization with nothing in it to one that works, step by step. */
class FirstStepsJourneyIT extends Journey {

  private static final Pattern FIRST_PASSWORD = Pattern.compile(".*/password");
  private static final String OWN = "seven quiet horses";

  private final Newcomers newcomers = new Newcomers();

  @ParameterizedTest
  @CsvSource({
    "ru-RU, Название;Цена;Валюта;Цена с, Прокат палатки",
    "en-US, Name;Price;Currency;Price from, Tent for rent"
  })
  void fromNothingToTheFirstAnswer(String language, String head, String product) {
    var look = Look.DESK.speaking(language);
    var page = admin(newcomers, "/welcome", look);
    done(page, 0);
    saysWhoItIs(page);
    var bot = connectsABot(page);
    bringsItsPrices(page, "%s\n%s;500;KGS;01.01.2026\n".formatted(head, product));
    saysWhenItWorks(page);
    var invited = invites(page);
    answers(page, bot);
    theInvitedAnswersToo(invited, bot, look);
    page.navigate(url("/welcome"));
    done(page, 6);
    looksAt(page, look.picture("welcome"));
    page.click("[id$=':go']");
    shown(page.locator(".banner.success"));
    done(page, 7);
  }

  private static void saysWhoItIs(Page page) {
    goes(page, "/settings/organization");
    new Form(page, "organization")
        .fills("name", "Шёлковый путь")
        .chooses("zone", "Asia/Bishkek")
        .isTaken("save");
    back(page, 1);
  }

  private static String connectsABot(Page page) {
    var bot = Long.toString(7_200_000_000L + ThreadLocalRandom.current().nextInt(900_000));
    Simulator.hasAccount("TELEGRAM", bot, bot + ":AA-first", "", "");
    goes(page, "/settings/channels");
    page.click("a[href$='type=TELEGRAM']");
    new Form(page, "key").fills("token", bot + ":AA-first").presses("save");
    shown(page.locator(".line[data-phase=OPEN]"));
    back(page, 2);
    return bot;
  }

  private static void bringsItsPrices(Page page, String prices) {
    goes(page, "/product-import");
    Sheet.brings(page, prices);
    Sheet.isImported(page);
    back(page, 3);
  }

  private static void saysWhenItWorks(Page page) {
    goes(page, "/answering");
    for (var day : page.locator("input[type=checkbox][id^='answering:'][id$=':open']").all()) {
      day.setChecked(true);
    }
    page.locator("input[id^='answering:'][id$=':opens']").all().forEach(one -> one.fill("00:00"));
    page.locator("input[id^='answering:'][id$=':closes']").all().forEach(one -> one.fill("24:00"));
    new Form(page, "answering").isTaken("save");
    back(page, 4);
  }

  /** Returns who is invited, with the password that is shown this one time. */
  private static Demo.Account invites(Page page) {
    goes(page, "/settings/people");
    new Form(page, "invitation")
        .fills("name", "Бакыт")
        .fills("login", "bakyt-" + System.nanoTime())
        .presses("invite");
    shown(page.locator("#admitted-login"));
    var invited =
        new Demo.Account(
            page.locator("#admitted-login").textContent(),
            page.locator("#admitted-password").textContent(),
            "MANAGER");
    back(page, 5);
    return invited;
  }

  /** The one-time password opens one page, where its bearer sets another, and nothing after it. */
  private void theInvitedAnswersToo(Demo.Account invited, String bot, Look look) {
    var page = window(look).newPage();
    page.navigate(url("/inbox"));
    enters(page, invited);
    assertThat(page).hasURL(FIRST_PASSWORD);
    page.navigate(url("/clients"));
    assertThat(page).hasURL(FIRST_PASSWORD);
    looksAt(page, look.picture("password"));
    sets(page, OWN, "another horse");
    shown(page.locator(".banner.danger"));
    sets(page, "short", "short");
    shown(page.locator(".banner.danger"));
    sets(page, OWN, OWN);
    assertThat(page).not().hasURL(FIRST_PASSWORD);
    answers(page, bot);
    var late = window(look).newPage();
    late.navigate(url("/login"));
    enters(late, invited);
    shown(late.locator(".banner.danger"));
    enters(late, new Demo.Account(invited.login(), OWN, invited.role()));
    shown(late.locator("nav.nav"));
  }

  private static void sets(Page page, String password, String again) {
    page.fill("#next", password);
    page.fill("#again", again);
    readAnew(page, () -> page.click("#set"));
  }

  private static void answers(Page page, String bot) {
    var guest = Long.toString(5_100_000_000L + ThreadLocalRandom.current().nextInt(900_000));
    var status = Simulator.customerWrites(bot, guest, "Гость " + guest, "Есть палатки?");
    assertThat(status).isEqualTo(200);
    page.navigate(url("/inbox?tab=ALL"));
    opens(page, "Гость " + guest);
    page.fill("#reply", "Да, есть две");
    page.press("#reply", "Enter");
    shown(said(page, "Да, есть две"));
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU, Анна Ветрова, Пример: ответить некому",
    "en-US, Anna Vetrova, Example: nobody is there"
  })
  void examplesComeWithEverythingAndGoWithoutATrace(String language, String client, String nobody) {
    var look = Look.DESK.speaking(language);
    var page = admin(newcomers, "/welcome", look);
    page.click("[id='examples:bring']");
    shown(page.locator("[id='examples:away']"));
    page.navigate(url("/inbox?tab=ALL"));
    counts(page.locator("#rows a.conv"), 3);
    looksAt(page, look.picture("inbox-examples"));
    row(page, client).click();
    shown(said(page, "А с ребёнком"));
    assertThat(page.locator("main")).containsText(nobody);
    looksAt(page, look.picture("thread-example"));
    page.navigate(url("/products"));
    counts(page.locator("table.clients tbody tr"), 3);
    page.navigate(url("/orders"));
    counts(page.locator("table.orders tbody tr"), 3);
    page.navigate(url("/clients"));
    counts(page.locator("table.clients tbody tr"), 6);
    page.navigate(url("/welcome"));
    done(page, 0);
    page.click("[id='examples:away']");
    shown(page.locator("[id='examples:bring']"));
    page.navigate(url("/inbox?tab=ALL"));
    shown(page.locator("#unconnected"));
    for (var list : new String[] {"/products", "/orders", "/clients"}) {
      page.navigate(url(list));
      shown(page.locator(".empty").first());
    }
  }

  private static void goes(Page page, String path) {
    page.locator("li.step a[href$='" + path + "']").click();
    page.waitForURL(address -> address.endsWith(path));
  }

  private static void back(Page page, int steps) {
    page.navigate(url("/welcome"));
    done(page, steps);
  }

  private static void done(Page page, int steps) {
    counts(page.locator("li.step.done"), steps);
  }
}
