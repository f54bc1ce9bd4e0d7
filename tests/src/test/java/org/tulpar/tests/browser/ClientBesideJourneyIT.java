package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Newcomers;

/** Who the client is, known and changed beside what is said. */
class ClientBesideJourneyIT extends Journey {

  private static final String NUMBER = "77060000061";

  @Test
  void theCardBesideTheDialogueTellsWhoSheIs() {
    Customer.writes(demo().first().channel(), NUMBER, "Добрый вечер");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, NUMBER);
    assertThat(page.locator("#hour")).hasAttribute("data-zone", "Asia/Almaty");
    assertThat(page.locator("#hour")).hasText(Pattern.compile("\\d{1,2}:\\d{2}"));
    var contacts = page.locator("#card .sec", saying("Контакты")).locator("p");
    assertThat(contacts.first()).hasText("+" + NUMBER);
    assertThat(contacts.nth(1)).containsText(NUMBER + "@s.whatsapp.net");
    tagsAreUndone(page);
    theLatestNoteIsShown(page);
    closes(page);
    Customer.writes(demo().first().channel(), NUMBER, "Это снова я");
    theOtherConversationIsALinkAway(page);
    looksAt(page, "client-beside-1440-ru-light");
  }

  @Test
  void whatSheSpeaksIsAboutAndHasOrderedStandsBesideToo() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    var page = admin(newcomers, "/product-import");
    Sheet.brings(page, "Название;Цена;Валюта;Цена с\nПалатка;500;KGS;01.01.2026\n");
    Sheet.isImported(page);
    page.navigate(url("/inbox/1?tab=ALL"));
    speaks(page);
    isLateWithHerNextStep(page);
    orders(page);
  }

  /** She says it once, and every page knows. */
  private static void speaks(Page page) {
    page.waitForResponse(
        answer -> String.valueOf(answer.request().postData()).contains("language=de"),
        () -> page.selectOption("#speaks", "de"));
    page.reload();
    assertThat(page.locator("#speaks")).hasValue("de");
  }

  private static void isLateWithHerNextStep(Page page) {
    page.navigate(url("/deals"));
    page.locator("#board .deal", saying("Семья на июль")).click();
    page.fill("#edit-step", "Позвонить");
    page.fill("#edit-at", "2026-01-02T10:00");
    page.locator("#edit button[type=submit]").click();
    shown(page.locator("#board .deal .step.late", saying("Позвонить")));
    page.locator("#sheet a[href*='/inbox/']").click();
    shown(page.locator("#deal-side .deal-step.t-danger", saying("Позвонить")));
  }

  private static void orders(Page page) {
    page.locator("#card a[href*='/orders/new?client=']").click();
    page.locator("a[href*='product=']").first().click();
    page.locator(".offers input").first().fill("2");
    page.click("[value='create.0']");
    shown(page.locator(".banner.success"));
    page.navigate(url("/inbox/1?tab=ALL"));
    var order = page.locator("#card p", saying("Палатка"));
    assertThat(order.locator(".sums")).hasText(Pattern.compile("1\\s?000.*"));
    order.locator("a").click();
    assertThat(page).hasURL(Pattern.compile(".*/orders/\\d+"));
  }

  private static void tagsAreUndone(Page page) {
    var mark = "Знак" + System.nanoTime();
    tags(page, mark);
    page.locator(".toast button").last().click();
    counts(page.locator("#labels .chip", saying(mark)), 0);
    tags(page, mark);
    page.locator("#labels .chip", saying(mark)).locator("button").click();
    counts(page.locator("#labels .chip", saying(mark)), 0);
    page.locator(".toast", saying("Метка снята")).locator("button").click();
    shown(page.locator("#labels .chip", saying(mark)));
    page.reload();
    page.focus("#label input");
    counts(page.locator("#known-tags option[value='" + mark + "']"), 1);
    page.locator("#labels .chip", saying(mark)).locator("button").click();
    counts(page.locator("#labels .chip", saying(mark)), 0);
  }

  private static void tags(Page page, String mark) {
    page.fill("#label input", mark);
    page.keyboard().press("Enter");
    shown(page.locator("#labels .chip", saying(mark)));
  }

  private static void theLatestNoteIsShown(Page page) {
    page.click("#profile");
    assertThat(page).hasURL(Pattern.compile(".*/clients/\\d+"));
    page.fill("[id='noting:note']", "Любит горы");
    page.click("[id='noting:write']");
    shown(page.locator(".banner.success"));
    page.navigate(url("/inbox?tab=ALL"));
    opens(page, NUMBER);
    shown(page.locator("#client-note .last-note", saying("Любит горы")));
  }

  private static void closes(Page page) {
    page.keyboard().press("Alt+KeyE");
    shown(page.locator("#top [data-act=reopen]").first());
  }

  private static void theOtherConversationIsALinkAway(Page page) {
    page.navigate(url("/inbox?tab=BOT"));
    row(page, NUMBER).click();
    shown(page.locator("#flow article.msg", saying("Это снова я")).first());
    page.locator("#others [data-other]").first().click();
    shown(page.locator("#flow article.msg", saying("Добрый вечер")).first());
    shown(page.locator("#others .badge.success"));
  }
}
