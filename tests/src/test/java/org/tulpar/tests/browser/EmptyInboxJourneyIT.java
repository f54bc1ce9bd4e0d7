package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
}
