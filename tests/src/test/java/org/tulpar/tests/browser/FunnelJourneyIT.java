package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Filters.narrows;
import static org.tulpar.tests.browser.Inbox.NOTHING_UNDER_WAY;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** A funnel of one's own: set up, worked along in English, narrowed, and its cards told of. */
class FunnelJourneyIT extends Journey {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void aFunnelIsSetUpAndADealGoesItsWayInEnglish() {
    newcomers.talkWithTheBot("Markus");
    var admin = admin(newcomers, "/pipelines", Look.DESK.speaking("en-US"));
    takes(admin, "pipeline", "Tours");
    for (var stage : List.of("Paid", "Called", "Gone")) {
      takes(admin, "stage", stage);
    }
    readAnew(admin, () -> line(admin, 1).locator("button[aria-label^='Further left']").click());
    line(admin, 0).locator("input[type=number]").first().fill("40");
    line(admin, 0).locator("input[type=number]").nth(1).fill("5");
    line(admin, 1).locator("select").selectOption("WON");
    line(admin, 2).locator("select").selectOption("LOST");
    readAnew(admin, () -> admin.click("[id='pipelines:save']"));
    shown(admin.locator(".banner.success"));
    takes(admin, "reason", "Too expensive");
    takes(admin, "reason", "By mistake");
    readAnew(admin, () -> admin.click("[aria-label$='By mistake'][id$=':archive']"));
    looksAt(admin, "pipelines-set-1440-en-light");
    worksAlong(admin);
  }

  private void worksAlong(Page page) {
    page.navigate(url("/deals"));
    assertThat(page.locator(".col h2")).hasText(new String[] {"Called", "Paid", "Gone"});
    assertThat(page.locator(".col h2").first())
        .hasAttribute("title", Pattern.compile(".*40.*5 d.*"));
    page.locator(".col").first().locator("[data-act=new]").click();
    page.fill("#create-q", "Mark");
    shown(page.locator("#create-client option", saying("Markus")));
    page.fill("#create-name", "A car to the airport");
    page.fill("#create-amount", "100");
    page.locator("#create button[type=submit]").click();
    var card = page.locator("#board .deal", saying("A car to the airport"));
    shown(card);
    assertThat(page.locator("#total")).containsText("40");
    loses(page, card);
  }

  /** The other reason was archived: nobody loses a deal for it any more. */
  private void loses(Page page, Locator card) {
    card.focus();
    page.keyboard().press("KeyM");
    page.locator("#move-stage").selectOption(new SelectOption().setLabel("Gone"));
    assertThat(page.locator("#move-reason option"))
        .hasText(new String[] {"Choose a reason", "Too expensive"});
    page.locator("#move-reason").selectOption(new SelectOption().setLabel("Too expensive"));
    page.locator("#move button[type=submit]").click();
    shown(page.locator(".col").nth(2).locator(".deal"));
    var toast = page.locator("#toasts .toast", saying("Called"));
    shown(toast);
    looksAt(page, "board-moved-1440-en-light");
    toast.locator("button").click();
    shown(page.locator(".col").first().locator(".deal"));
  }

  @Test
  void whatIsSetUpIsRenamedAndWhatIsEmptyIsRemoved() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    var page = admin(newcomers, "/pipelines", Look.DESK);
    renames(page, "Туры");
    readAnew(page, () -> page.click("[id='pipelines:removePipeline']"));
    shown(page.locator(".banner.danger", saying("единственная")));
    takes(page, "pipeline", "Трансферы");
    takes(page, "stage", "Заявка");
    renames(page, "Такси");
    removesAndBringsBack(page);
    readAnew(page, () -> page.locator("nav.tabs a", saying("Туры")).click());
    readAnew(page, () -> page.click("[id='pipelines:removePipeline']"));
    shown(page.locator(".banner.danger", saying("лежат или лежали")));
    assertThat(page.locator("[aria-labelledby=stages] tbody tr")).hasCount(2);
    renamesAndBringsBackAReason(page);
  }

  private static void renames(Page page, String name) {
    takes(page, "title", name);
    shown(page.locator("nav.tabs a[aria-current]", saying(name)));
  }

  private void removesAndBringsBack(Page page) {
    readAnew(page, () -> page.click("[id='pipelines:removePipeline']"));
    shown(page.locator(".banner.success", saying("Воронка удалена: Такси")));
    assertThat(page.locator("nav.tabs a")).hasText(new String[] {"Туры"});
    looksAt(page, "pipeline-removed-1440-ru-light");
    readAnew(page, () -> page.click("[id='pipelines:restore']"));
    assertThat(page.locator("nav.tabs a")).hasText(new String[] {"Туры", "Такси"});
    assertThat(line(page, 0).locator("input").first()).hasValue("Заявка");
  }

  private void renamesAndBringsBackAReason(Page page) {
    takes(page, "reason", "Дорого");
    var reason = page.locator("[aria-labelledby=reasons] input[id$=':called']");
    reason.fill("Слишком дорого");
    readAnew(page, () -> page.click("[id='pipelines:saveReasons']"));
    assertThat(reason).hasValue("Слишком дорого");
    readAnew(page, () -> page.click("[aria-label$='Слишком дорого'][id$=':archive']"));
    counts(reason, 0);
    page.navigate(url("/pipelines"));
    page.click("[aria-labelledby=reasons] summary");
    looksAt(page, "reasons-former-1440-ru-light");
    readAnew(page, () -> page.click("[aria-label$='Слишком дорого'][id$=':back']"));
    assertThat(reason).hasValue("Слишком дорого");
    counts(page.locator("[aria-labelledby=reasons] summary"), 0);
  }

  @Test
  void theBoardIsNarrowedAsTheInboxIsAndTheAddressKeepsIt() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    newcomers.cards().tag("VIP");
    var page = admin(newcomers, "/deals", Look.DESK);
    counts(page.locator("#board .deal"), 2);
    narrows(page, "#more-filters", "channel", "Main");
    counts(page.locator("#board .deal"), 1);
    shown(page.locator("#board .deal", saying("Семья на июль")));
    assertThat(page.locator(".col header .count").first()).hasText("1");
    page.navigate(page.url());
    counts(page.locator("#board .deal"), 1);
    narrows(page, "#more-filters", "tag", "VIP");
    counts(page.locator(".board-bar .condition"), 2);
    looksAt(page, "board-narrowed-1440-ru-light");
    page.click("#more-filters");
    shown(page.locator("#filters"));
    looksAt(page, "board-filters-1440-ru-light");
    page.keyboard().press("Escape");
    readAnew(page, () -> page.locator(".condition", saying("Main")).click());
    counts(page.locator(".board-bar .condition"), 1);
    page.click("#more-filters");
    page.locator("#filters").getByText("Залежались").click();
    readAnew(page, () -> page.locator("#filters .btn.primary").click());
    shown(page.locator(".condition", saying("Залежались")));
    shown(page.locator("#nothing"));
    readAnew(page, () -> page.locator("#nothing a").click());
    counts(page.locator("#board .deal"), 2);
    var bakyt = newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
    var phone = signedIn(bakyt, "/deals?tag=0", Look.PHONE.dark());
    shown(phone.locator(".condition", saying("VIP")));
    phone.click("#more-filters");
    shown(phone.locator("#filters"));
    looksAt(phone, "board-filters-390-ru-dark");
  }

  @Test
  void aBoardOfEachFunnelAndTheWayADealHasCome() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    var page = admin(newcomers, "/pipelines", Look.DESK);
    takes(page, "pipeline", "Трансферы");
    takes(page, "stage", "Заявка");
    page.navigate(url("/deals"));
    counts(page.locator("#board .deal"), 2);
    switches(page, "Трансферы");
    assertThat(page.locator(".col h2")).hasText(new String[] {"Заявка"});
    counts(page.locator("#board .deal"), 0);
    switches(page, "Tours");
    assertThat(page.locator(".col h2")).hasText(new String[] {"New", "Won"});
    counts(page.locator("#board .deal"), 2);
    page.locator("#board .deal", saying("Семья на июль")).focus();
    page.keyboard().press("Control+ArrowRight");
    page.fill("#move-amount", "500");
    page.locator("#move button[type=submit]").click();
    var card = page.locator(".col[data-kind=WON] .deal", saying("Семья на июль"));
    shown(card);
    card.click();
    page.locator("#sheet .way summary").click();
    var moved = page.locator("#sheet .way li", saying("«New» → «Won»"));
    shown(moved);
    assertThat(moved).containsText("Нурзат");
    shown(page.locator("#sheet .way li", saying("Сумма: без суммы → 500")));
    looksAt(page, "board-way-1440-ru-light");
  }

  /** In the sheet, on the client's page and in the audit: by whom, and what became of what. */
  @Test
  void whatIsWrittenOnADealIsToldOfWhoWroteIt() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    var page = admin(newcomers, "/clients/1", Look.DESK);
    page.locator("[aria-labelledby=deals] a", saying("Семья на июль")).click();
    shown(page.locator("#panel #edit"));
    page.waitForFunction(NOTHING_UNDER_WAY);
    page.fill("#edit-amount", "500");
    page.fill("#edit-step", "Позвонить");
    page.locator("#edit button[type=submit]").click();
    var amount = "Сумма: без суммы → 500";
    var step = "Следующий шаг: нет → Позвонить";
    var written = page.locator("#sheet .way li", saying(amount));
    counts(written, 1);
    assertThat(written).containsText(step);
    assertThat(written).containsText("Нурзат");
    page.navigate(url("/clients/1"));
    var happened = page.locator(".timeline .happened", saying(amount));
    shown(happened);
    assertThat(happened).containsText("Семья на июль");
    assertThat(happened).containsText("Нурзат");
    looksAt(page, "client-deals-1440-ru-light");
    page.navigate(url("/settings/audit"));
    assertThat(page.locator("table.audit tr", saying(amount))).containsText("Сделка изменена");
    looksAt(page, "audit-deal-1440-ru-light");
  }

  private static void switches(Page page, String funnel) {
    readAnew(
        page, () -> page.selectOption("#filter [name=p]", new SelectOption().setLabel(funnel)));
  }

  /** Types it into a field of the settings and presses Enter. */
  private static void takes(Page page, String field, String text) {
    readAnew(
        page,
        () -> {
          page.fill("[id='pipelines:" + field + "']", text);
          page.keyboard().press("Enter");
        });
  }

  private static Locator line(Page page, int number) {
    return page.locator("[aria-labelledby=stages] tbody tr").nth(number);
  }
}
