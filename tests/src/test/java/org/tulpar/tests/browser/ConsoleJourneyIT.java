package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;

/** The operator looks at the whole installation. */
class ConsoleJourneyIT extends Journey {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void theOrganizationsAndTheirLoad() {
    newcomers.talkWithTheBot("Динара");
    newcomers.person("MANAGER", "Айгуль", demo().first().user("MANAGER"));
    newcomers.named("Караван");
    var page = signedIn(demo().superAdmin(), "/console/organizations", Look.DESK);
    readAnew(
        page,
        () -> {
          page.fill("[name=q]", "карав");
          page.press("[name=q]", "Enter");
        });
    var row = page.locator("tbody tr", saying("Караван")).first();
    assertThat(row).containsText("настраивается");
    assertThat(row.locator("td").nth(2)).hasText("1");
    assertThat(row.locator("td").nth(3)).hasText(Pattern.compile("0 / 1"));
    assertThat(page.locator("body")).not().containsText("Динара");
    looksAt(page, "organizations-1440-ru-light");
    page.navigate(url("/console/organizations?q=nobody-has-this-name"));
    shown(page.locator(".empty"));
  }

  @Test
  void anOrganizationIsOpenedAndItsAdministratorComesIn() {
    var page = signedIn(demo().superAdmin(), "/console/organizations", Look.DESK);
    page.locator("a", saying("Новая организация")).click();
    var form = new Form(page, "opening");
    var name = "Первый караван " + System.nanoTime();
    form.fills("name", name).fills("person", "Ада").isRefused("open");
    looksAt(page, "opening-1440-ru-light");
    var login = "ada-" + System.nanoTime();
    form.fills("name", name).fills("person", "Ада").fills("login", login).presses("open");
    assertThat(page.locator("#admitted-login")).hasText(login);
    var password = page.locator("#admitted-password").innerText();
    looksAt(page, "opened-1440-ru-light");
    page.navigate(url("/console/opening"));
    counts(page.locator("#admitted-password"), 0);
    page.navigate(url("/console/organizations?q=" + name.replace(' ', '+')));
    assertThat(page.locator("tbody tr", saying(name))).containsText("настраивается");
    var theirs = window(Look.PHONE).newPage();
    theirs.navigate(url("/login"));
    enters(theirs, new Demo.Account(login, password, "ORG_ADMIN"));
    assertThat(theirs).hasURL(Pattern.compile(".*/password.*"));
  }

  @Test
  void whatIsDownIsToldUntilItIsUp() {
    newcomers.talkWithTheBot("Динара");
    var name = "Караван " + System.nanoTime();
    newcomers.named(name);
    newcomers.breaksOff();
    afterwards(newcomers::comesBack);
    var page = signedIn(demo().superAdmin(), "/console", Look.TABLET.speaking("en-US").dark());
    var alert = page.locator("section[aria-labelledby=alerts] li", saying(name));
    assertThat(alert).containsText("not connected");
    assertThat(alert).containsText(" · since ");
    looksAt(page, "console-alert-1024-en-dark");
    newcomers.comesBack();
    page.reload();
    counts(alert, 0);
  }

  @Test
  void theIsolationIsProvenAtAPress() {
    var page = signedIn(demo().superAdmin(), "/console", Look.DESK);
    var card = page.locator("section[aria-labelledby=isolation]");
    card.locator("button").click();
    shown(card.locator(".badge.success"));
    counts(card.locator(".proof .t-success"), 3);
    looksAt(page, "console-isolated-1440-ru-light");
    assertThat(page.locator("section[aria-labelledby=jobs] tbody tr", saying("изоляции")))
        .containsText("готово");
    var run = page.locator("section[aria-labelledby=runs] tbody tr", saying("изоляции")).first();
    assertThat(run).containsText("готово");
  }
}
