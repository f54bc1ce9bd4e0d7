package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Filters.narrows;
import static org.tulpar.tests.browser.Inbox.saying;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** An empty inbox says what there is to do instead. */
class EmptyInboxJourneyIT extends Journey {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void whoeverMayConnectsAChannelAndTheOthersLearnWhomToAsk() {
    var role = demo().first().user("ORG_ADMIN");
    var admin =
        signedIn(newcomers.person("ORG_ADMIN", "Нурзат", role), "/inbox?tab=ALL", Look.DESK);
    looksAt(admin, "inbox-unconnected-1440-ru-light");
    admin.locator("#unconnected a.primary", saying("Подключить WhatsApp")).click();
    assertThat(admin).hasURL(Pattern.compile(".*/settings/channels"));
    var phone = Look.PHONE.speaking("en-US");
    var manager = signedIn(newcomers.person("MANAGER", "Daniyar", role), "/inbox?tab=MINE", phone);
    shown(manager.locator("#unconnected", saying("Ask an administrator")));
    shown(manager.locator("#unconnected", saying("Нурзат")));
    assertThat(manager.locator("#unconnected a")).hasCount(0);
    looksAt(manager, phone.picture("inbox-unconnected-ask"));
  }

  @Test
  void anEmptyPileLeadsToWhereSomethingIs() {
    newcomers.talkWithTheBot("Динара");
    var page =
        signedIn(
            newcomers.person("MANAGER", "Даниэль", demo().first().user("ORG_ADMIN")),
            "/inbox?tab=MINE",
            Look.DESK);
    assertThat(page.locator("#unconnected")).hasCount(0);
    looksAt(page, "inbox-elsewhere-1440-ru-light");
    page.locator("#piles [data-pile=BOT]", saying("1 с ботом")).click();
    shown(page.locator("#rows a.conv", saying("Динара")));
    assertThat(page.locator(".list-none")).isHidden();
  }

  @Test
  void whatIsNarrowedToNothingIsClearedAtOnce() {
    var role = demo().first().user("ORG_ADMIN");
    newcomers.person("MANAGER", "Даниэль", role);
    newcomers.channel("WHATSAPP_CLOUD");
    newcomers.conversation(1, "Бермет", Newcomers.Word.BOT, 0, 1);
    newcomers.trade().deal(1, "Подбор");
    newcomers.conversation(2, "Sofia", Newcomers.Word.MANAGER, 0, 1);
    newcomers.said(2, "MANAGER", "FAILED", "Это не ушло");
    newcomers.gaveUp(2);
    var page = admin(newcomers, "/inbox?tab=ALL");
    counts(page.locator("#rows a.conv"), 2);
    narrows(page, "#filter", "state", "Не отправлено");
    assertThat(page.locator("#rows .conv-name")).hasText(new String[] {"Sofia"});
    narrows(page, "#filter", "stage", "Подбор");
    counts(page.locator(".chosen .chip"), 2);
    counts(page.locator("#rows a.conv"), 0);
    shown(page.locator(".list-none", saying("Ничего не нашлось")));
    looksAt(page, "inbox-nothing-1440-ru-light");
    readAnew(page, () -> page.locator(".chosen .chip", saying("Не отправлено")).click());
    assertThat(page.locator("#rows .conv-name")).hasText(new String[] {"Бермет"});
    narrows(page, "#filter", "state", "Не отправлено");
    readAnew(page, () -> page.locator(".list-none a", saying("Сбросить")).click());
    counts(page.locator("#rows a.conv"), 2);
    assertThat(page.locator(".chosen")).hasCount(0);
  }
}
