package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Newcomers.Word;

/** The inbox is narrowed by its own form, condition by condition, and widened again. */
class FilterJourneyIT extends Journey {

  private final Newcomers newcomers = new Newcomers();

  @BeforeEach
  void threeConversations() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    newcomers.cards().tag("VIP");
    newcomers.conversation(3, "Sofia", Word.NOBODY, 2, 1);
    newcomers.conversation(4, "Нурлан", Word.NOBODY, 0, 1);
    newcomers.said(4, "MANAGER", "FAILED", "Это не ушло");
    newcomers.gaveUp(4);
  }

  @Test
  void whatIsChosenNarrowsStandsInTheAddressAndIsTakenBack() {
    var page = admin(newcomers, "/inbox?tab=ALL");
    counts(page.locator("#rows a.conv"), 3);
    narrows(page, "stage", "New");
    isAlone(page, "Markus");
    narrows(page, "tag", "VIP");
    isAlone(page, "Markus");
    counts(page.locator(".chosen a"), 2);
    page.navigate(page.url());
    isAlone(page, "Markus");
    looksAt(page, "inbox-narrowed-1440-ru-light");
    narrows(page, "state", "Не отправлено");
    clearsWhatFindsNothing(page);
    narrows(page, "state", "Не отправлено");
    isAlone(page, "Нурлан");
    narrows(page, "lang", "арабский");
    shown(page.locator(".list-none h3", saying("Ничего не нашлось")));
    readAnew(page, () -> page.locator(".chosen a", saying("арабский")).click());
    isAlone(page, "Нурлан");
    counts(page.locator(".chosen a", saying("Не отправлено")), 1);
  }

  private void clearsWhatFindsNothing(Page page) {
    shown(page.locator(".list-none h3", saying("Ничего не нашлось")));
    counts(page.locator("#rows a.conv"), 0);
    looksAt(page, "inbox-found-none-1440-ru-light");
    readAnew(page, () -> page.locator(".list-none a").click());
    counts(page.locator("#rows a.conv"), 3);
    counts(page.locator(".chosen"), 0);
  }

  /** A pile stays the pile it is, and what was chosen goes along to the next. */
  @Test
  void aPileIsNarrowedAndStaysOnAPhoneToo() {
    var page = admin(newcomers, "/inbox?tab=NEEDS_HUMAN", Look.PHONE.speaking("en-US").dark());
    counts(page.locator("#rows a.conv"), 2);
    narrows(page, "state", "Unread");
    isAlone(page, "Sofia");
    assertThat(page.locator("#tabs [data-tab=NEEDS_HUMAN]")).hasAttribute("aria-current", "true");
    looksAt(page, "inbox-narrowed-390-en-dark");
    page.locator("#tabs [data-tab=BOT]").click();
    assertThat(page).hasURL(Pattern.compile(".*state=UNREAD.*"));
    counts(page.locator("#rows a.conv"), 0);
  }

  private static void narrows(Page page, String condition, String choice) {
    page.waitForLoadState();
    page.click("#filter");
    page.locator("#filters select[name=" + condition + "]")
        .selectOption(new SelectOption().setLabel(choice));
    readAnew(page, () -> page.locator("#filters .btn.primary").click());
  }

  private static void isAlone(Page page, String client) {
    counts(page.locator("#rows a.conv"), 1);
    shown(row(page, client));
  }
}
