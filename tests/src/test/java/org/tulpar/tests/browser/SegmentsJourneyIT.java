package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Filters.chooses;
import static org.tulpar.tests.browser.Filters.narrows;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Newcomers.Word;

/**
 * Regular clients of whom nobody has heard for long are found, kept as a segment and found again; a
 * segment is forgotten, and comes back.
 */
class SegmentsJourneyIT extends Journey {

  private static final String MORE = "#more-filters";

  private final Newcomers newcomers = new Newcomers();

  @Test
  void whoeverIsRegularAndSilentIsASegment() {
    fourClients();
    var page = admin(newcomers, "/clients");
    stands(page, "Марк", "Ольга", "Айпери", "Динара");
    chooses(page, "sort", "По последней связи");
    stands(page, "Ольга", "Марк", "Айпери", "Динара");
    narrows(page, MORE, "field", "Постоянный: да");
    stands(page, "Ольга", "Динара");
    narrows(page, MORE, "silent", "Нет связи 90 дней");
    stands(page, "Динара");
    assertThat(page.locator(MORE + " .count")).hasText("1");
    shown(page.locator("#filters .chip", saying("Постоянный: да")));
    assertThat(page.locator("a[download]").first())
        .hasAttribute("href", Pattern.compile(".*[?]field=9%3Atrue&silent=90&sort=CONTACT"));
    new Form(page, "keep").fills("name", "Давно молчат").isTaken("save");
    looksAt(page, "clients-silent-1440-ru-light");
    page.navigate(url("/clients"));
    counts(page.locator("table.clients tbody tr"), 4);
    readAnew(page, () -> page.locator(".segments .chip", saying("Давно молчат")).click());
    stands(page, "Динара");
    shown(page.locator(".segments .chip.on", saying("Давно молчат")));
    assertThat(page.locator("#filters [name=field]")).hasValue("9:true");
    assertThat(page.locator("#filters [name=silent]")).hasValue("90");
    newcomers.cards().archivesTheField();
    page.reload();
    stands(page, "Айпери", "Динара");
    counts(page.locator("#filters [name=field]"), 0);
  }

  @Test
  void aSegmentIsKeptUnderItsNameAndForgotten() {
    newcomers.talkWithTheBot("Markus");
    newcomers.cards().tagged("Динара", "оптом");
    var page = admin(newcomers, "/clients");
    var rows = page.locator("table.clients tbody tr");
    counts(rows, 2);
    chooses(page, "tag", "оптом");
    counts(rows, 1);
    var segment = new Form(page, "keep");
    segment.fills("name", " ").isRefused("save");
    segment.fills("name", "Оптовики").isTaken("save");
    shown(page.locator(".segments .chip.on", saying("Оптовики")));
    looksAt(page, "clients-segment-1440-ru-light");
    page.navigate(url("/clients"));
    counts(rows, 2);
    readAnew(page, () -> page.locator(".segments .chip", saying("Оптовики")).click());
    assertThat(rows).containsText("Динара");
    counts(rows, 1);
    segment.isTaken("forget");
    counts(page.locator(".segments"), 0);
    counts(rows, 2);
    looksAt(page, "clients-segment-forgotten-1440-ru-light");
    new Form(page, "removal").isTaken("restore");
    shown(page.locator(".segments .chip.on", saying("Оптовики")));
    counts(rows, 1);
  }

  private void fourClients() {
    newcomers.talkWithTheBot("Динара");
    newcomers.conversation(3, "Ольга", Word.BOT, 0, 1);
    newcomers.conversation(4, "Марк", Word.BOT, 0, 1);
    newcomers.conversation(5, "Айпери", Word.BOT, 0, 1);
    newcomers.cards().ticked("Постоянный", 1, 3);
    newcomers.cards().fellSilent(1, 100);
    newcomers.cards().fellSilent(5, 95);
  }

  private static void stands(Page page, String... names) {
    assertThat(page.locator("table.clients a.who")).hasText(names);
  }
}
