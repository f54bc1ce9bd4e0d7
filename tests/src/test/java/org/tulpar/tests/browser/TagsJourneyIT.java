package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/**
 * What clients are called by is the same on every page that is open, whoever changes it and where.
 */
class TagsJourneyIT extends Journey {

  private final Newcomers newcomers = new Newcomers();

  /** On the board, beside the dialogue, in the list and on the card, while nobody reads anew. */
  @Test
  void aTagOfAnotherNameIsShownWhereverItStands() {
    newcomers.talkWithTheBot("Динара");
    newcomers.said(1, "CLIENT", "DELIVERED", "Добрый день");
    newcomers.trade().sell("Сон-Куль", "Каракол");
    newcomers.cards().tag("оптом");
    var settings = admin(newcomers, "/settings/tags");
    var places =
        Map.of(
            "/deals", ".deal .badge",
            "/inbox/1?tab=ALL", "#labels .chip",
            "/clients", "table.clients .badge",
            "/clients/1", "[data-tags] .chip");
    var pages = new HashMap<String, Page>();
    places.forEach(
        (path, tag) -> {
          var page = beside(settings, path);
          shown(page.locator(tag, saying("оптом")));
          pages.put(path, page);
        });
    pages.get("/inbox/1?tab=ALL").fill("#label input", "розн");
    renames(settings, "оптом", "оптовик");
    pages.forEach((path, page) -> shown(page.locator(places.get(path), saying("оптовик"))));
    assertThat(pages.get("/inbox/1?tab=ALL").locator("#label input")).hasValue("розн");
    settings.locator("tbody a", saying("оптовик")).first().click();
    new Form(settings, "tag").presses("remove");
    pages.forEach((path, page) -> counts(page.locator(places.get(path), saying("оптовик")), 0));
    pages.forEach((path, page) -> assertThat(page.evaluate("window.sameDocument")).isEqualTo(true));
  }

  /** Whoever looks at her sees it, and whoever narrows a list can choose it. */
  @Test
  void aTagThatAColleaguePutsOnOneClientIsShownWhereSheIsLookedAt() {
    newcomers.talkWithTheBot("Динара");
    newcomers.said(1, "CLIENT", "DELIVERED", "Добрый день");
    newcomers.trade().sell("Сон-Куль", "Каракол");
    newcomers.cards().tagged("Markus", "оптом");
    var colleague = admin(newcomers, "/clients/1");
    var places =
        Map.of(
            "/inbox/1?tab=ALL", "#labels .chip",
            "/clients", "[data-tags='1'] .badge",
            "/clients/1", "[data-tags] .chip");
    var pages = new HashMap<String, Page>();
    places.forEach((path, tag) -> pages.put(path, beside(colleague, path)));
    var board = beside(colleague, "/deals");
    var inbox = pages.get("/inbox/1?tab=ALL");
    inbox.fill("#label input", "розн");
    var labels = new Form(colleague, "labels");
    labels.fills("tag", "оптом").isTaken("put");
    pages.forEach((path, page) -> shown(page.locator(places.get(path), saying("оптом"))));
    labels.fills("tag", "VIP").isTaken("put");
    pages.forEach((path, page) -> shown(page.locator(places.get(path), saying("VIP"))));
    Stream.of(inbox, board, pages.get("/clients"))
        .forEach(page -> counts(page.locator("#filters [name=tag] option", saying("VIP")), 1));
    assertThat(inbox.locator("#label input")).hasValue("розн");
    colleague.locator("#marks .chip", saying("VIP")).locator("input").click();
    pages.forEach((path, page) -> counts(page.locator(places.get(path), saying("VIP")), 0));
    counts(inbox.locator("#filters [name=tag] option", saying("VIP")), 0);
    pages.forEach((path, page) -> assertThat(page.evaluate("window.sameDocument")).isEqualTo(true));
  }

  /** Whatever page it is put on or taken off: the card of the deal bears it at once, or no more. */
  @Test
  void aTagOfAClientIsSeenOnAnOpenBoard() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    var board = admin(newcomers, "/deals", Look.DESK);
    var markus = board.locator("#board .deal", saying("Семья на июль")).locator(".tags .badge");
    var fatima = board.locator("#board .deal", saying("Группа из Алматы")).locator(".tags .badge");
    counts(board.locator("#board .deal"), 2);
    var bakyt = newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
    var page = signedIn(bakyt, "/clients/2", Look.DESK);
    for (var tag : List.of("зима", "лето")) {
      readAnew(
          page,
          () -> {
            page.fill("[id='labels:tag']", tag);
            page.keyboard().press("Enter");
          });
    }
    assertThat(fatima).hasText(new String[] {"зима", "лето"});
    takesOffAndPutsBack(page, markus);
  }

  private static void renames(Page settings, String from, String to) {
    settings.locator("tbody a", saying(from)).first().click();
    new Form(settings, "tag").fills("name", to).isTaken("rename");
    settings.navigate(url("/settings/tags"));
  }

  /** Of all that are picked in the inbox. */
  private static void takesOffAndPutsBack(Page page, Locator tags) {
    page.navigate(url("/inbox?tab=ALL"));
    page.waitForLoadState();
    says(page, "Поставить");
    assertThat(tags).hasText("дети");
    says(page, "Снять");
    assertThat(tags).hasCount(0);
    var toast = page.locator("#toasts .toast", saying("Метка снята: 1"));
    shown(toast);
    toast.locator("button").click();
    assertThat(tags).hasText("дети");
  }

  private static void says(Page page, String button) {
    page.locator("#rows .conv").first().focus();
    page.keyboard().press("Space");
    page.click("#bulk [data-menu=tagging]");
    page.fill("#tag-form [name=tag]", "дети");
    page.locator("#tag-form button", saying(button)).click();
    counts(page.locator("#rows .conv.picked"), 0);
  }
}
