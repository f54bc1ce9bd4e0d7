package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Filters.chooses;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Plight;

/** A manager looks at the figures and opens what they count; the administrator takes them away. */
class DashboardJourneyIT extends Journey {

  private static final int PAGE = 50;

  private final Newcomers newcomers = new Newcomers();

  @Test
  void eachNumberOpensItsRows() {
    var page = signedIn(whoAnswers(), "/dashboard", Look.DESK);
    assertThat(page.locator("[data-tile]").first()).isVisible();
    assertThat(page.locator("a.day")).hasCount(30);
    everyLinkLeadsSomewhere(page);
    daysOpenTheirConversations(page);
    page.navigate(url("/dashboard?period=7"));
    assertThat(page.locator("a.day")).hasCount(7);
    assertThat(page.locator("nav.seg a[aria-current]")).hasText("7 дней");
    looksAt(page, "dashboard-1440-ru-light");
    assertThat(page.request().get(url("/dashboard-export")).status()).isEqualTo(403);
  }

  @Test
  void itFitsATelephoneAndTheAdministratorTakesAFile() {
    var page = signedIn("ORG_ADMIN", "/dashboard", Look.PHONE.dark());
    assertThat(page.locator("[data-tile]").first()).isVisible();
    assertThat(
            (Boolean)
                page.evaluate(
                    "() => document.documentElement.scrollWidth <= window.innerWidth && document.querySelector('.main').scrollWidth <= window.innerWidth"))
        .isTrue();
    looksAt(page, "dashboard-390-ru-dark");
    var file = page.request().get(url("/dashboard-export?period=90"));
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.headers().get("content-type")).startsWith("text/csv");
    assertThat(file.text()).contains("\"Медиана ответа человека, рабочих секунд\"");
  }

  @Test
  void aMedianOpensTheAnswersItIsOf() {
    var page = signedIn(whoAnswers(), "/dashboard?period=90", Look.DESK.speaking("en-US"));
    counts(page.locator("[data-tile]"), 4);
    readAnew(page, () -> page.locator("[data-tile=answers]").click());
    assertThat(page.locator("h1")).hasText("Answers of people");
    var rows = page.locator("table.linked tbody tr");
    shown(rows.first());
    looksAt(page, "answers-1440-en-light");
    readAnew(page, () -> rows.first().locator("a").click());
    shown(page.locator("#flow article.msg", saying("Четыре тысячи с человека")));
  }

  @Test
  void whatSomebodyWonAndWhatWasWonBeforeAreDealsToOpen() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    var person = newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
    newcomers.trade().wins(1, 0, "72000");
    newcomers.trade().wins(2, 10, "500");
    var page = signedIn(person, "/dashboard?period=7", Look.DESK);
    var deals = page.locator("#board .deal");
    readAnew(page, () -> page.locator("[data-tile=won] a", saying("было 1")).click());
    counts(deals, 1);
    assertThat(deals).containsText("Группа из Алматы");
    page.goBack();
    readAnew(page, () -> page.locator("[aria-labelledby=owners] th a", saying("72")).click());
    counts(deals, 1);
    assertThat(deals).containsText("Семья на июль");
    assertThat(page.locator("#filter [name=whose]")).not().hasValue("ALL");
  }

  @Test
  void theFunnelOfOnePersonOpensHerDealsAndIsKeptInTheAddress() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    var person = newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
    newcomers.trade().wins(1, 0, "72000");
    newcomers.past().moved(1, 1);
    var page = signedIn(person, "/dashboard?period=7", Look.DESK);
    var reached = page.locator(".funnel-row b").first();
    chooses(page, "whose", "Ничьи");
    assertThat(reached).hasText("0");
    chooses(page, "whose", "Бакыт");
    assertThat(reached).hasText("1");
    readAnew(page, () -> page.locator("nav.seg a", saying("90 дней")).click());
    assertThat(page.locator("#filters [name=whose] option:checked")).hasText("Бакыт");
    assertThat(reached).hasText("1");
    looksAt(page, "dashboard-narrowed-1440-ru-light");
    readAnew(page, () -> page.locator(".funnel-row").first().click());
    counts(page.locator("#board .deal"), 1);
    assertThat(page.locator("#board .deal")).containsText("Семья на июль");
    page.goBack();
    chooses(page, "channel", "Main");
    assertThat(page).hasURL(Pattern.compile(".*whose=[0-9]+&channel=[-0-9a-f]+.*"));
  }

  @Test
  void whyDealsWereLostIsSaidAndLeadsToThem() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    var person = newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
    newcomers.trade().loses(1, "Дорого");
    newcomers.trade().loses(2, "Не успели ответить");
    var page = signedIn(person, "/dashboard?period=7", Look.DESK);
    var deals = page.locator("#board .deal");
    readAnew(
        page, () -> page.locator("[aria-labelledby=lost] a.todo", saying("Не успели")).click());
    counts(deals, 1);
    assertThat(deals).containsText("Группа из Алматы");
    assertThat(page.locator("#span")).containsText("Не успели ответить");
    page.goBack();
    var lost = page.locator("[aria-labelledby=owners] tbody td").last().locator("a");
    assertThat(lost).hasText("2");
    readAnew(page, lost::click);
    counts(deals, 2);
  }

  /** Of three of hers who wait, two have waited too long; those two and nobody else are opened. */
  @Test
  void whoShallBeAnsweredNowIsOpenedAndNobodyElse() {
    var person = newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
    newcomers.channel("EVOLUTION");
    for (int id = 1; id <= 3; id++) {
      newcomers.conversation(id, "Клиент " + id, Newcomers.Word.MANAGER, 1, 1);
    }
    newcomers.promises(20);
    newcomers.waits(1, 5);
    newcomers.waits(2, 18);
    newcomers.waits(3, 40);
    var page = signedIn(person, "/dashboard", Look.DESK);
    var due = page.locator("[data-todo=promises]");
    assertThat(due).containsText("Пора ответить: 2");
    readAnew(page, due::click);
    shown(page.locator(".chosen .chip", saying("Пора ответить")));
    assertThat(page.locator("#rows .conv-name")).hasText(new String[] {"Клиент 3", "Клиент 2"});
  }

  @Test
  void whatFailsOnTheServerIsNotBlamedOnWhoeverAsked() {
    allows("500");
    var person = newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
    var page = signedIn(person, "/dashboard", Look.DESK);
    new Plight(newcomers).losesItsClock();
    assertThat(page.navigate(url("/dashboard")).status()).isEqualTo(500);
    assertThat(page.locator(".failure")).containsText("Ошибка на сервере");
  }

  /** Somebody of an organization in which little was said, all of which she knows. */
  private Demo.Account whoAnswers() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    var person = newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
    newcomers.answer(person, "Сколько стоит Сон-Куль?", "Четыре тысячи с человека");
    return person;
  }

  private static void everyLinkLeadsSomewhere(Page page) {
    @SuppressWarnings("unchecked")
    var links =
        (List<String>)
            page.evaluate(
                "() => [...new Set([...document.querySelectorAll('.tile a, .todo[href], .funnel-row, .linked a, #days tr:last-child a')].map(a => a.href))]");
    assertThat(links).isNotEmpty();
    for (var link : links) {
      assertThat(page.request().get(link).status()).as(link).isEqualTo(200);
    }
  }

  private static void daysOpenTheirConversations(Page page) {
    @SuppressWarnings("unchecked")
    var days =
        (List<List<String>>)
            page.evaluate(
                "() => [...document.querySelectorAll('#days td:first-of-type a')].map(a => [a.href, a.textContent]).slice(-2)");
    for (var day : days) {
      var conversations = Integer.parseInt(day.get(1));
      page.navigate(day.get(0));
      assertThat(page.locator("#rows > .conv")).hasCount(Math.min(conversations, PAGE));
      assertThat(page.locator(".chosen .chip")).hasCount(1);
    }
  }
}
