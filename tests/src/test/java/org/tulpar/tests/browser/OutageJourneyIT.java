package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.DatabaseAway;
import org.tulpar.tests.server.Newcomers;

/**
 * The database is away for a moment: each page says that it is not the person's fault, and when to
 * come again.
 */
class OutageJourneyIT extends Journey {

  private static final Map<String, String> SAID =
      Map.of("ru", "Сервис временно недоступен", "en", "Temporarily unavailable");

  @Test
  void aFormThatMeetsItComesBackWithItsText() {
    allows("503");
    for (var look : List.of(Look.DESK, Look.PHONE.speaking("en-US").dark())) {
      var page = admin(new Newcomers(), "/canned?of=here", look);
      page.fill("[id='canned:shortcut']", "away" + look.width());
      page.fill("[id='canned:body']", "Первая строка\nвторая");
      try (var away = new DatabaseAway()) {
        page.click("[id='canned:save']");
        shown(page.locator(".failure", saying(SAID.get(look.tongue()))));
        looksAt(page, look.picture("unavailable"));
        assertThat(page.request().get(url("/clients")).status()).isEqualTo(503);
        assertThat(recognized()).isEqualTo(503);
      }
      page.locator(".failure a.primary").click();
      assertThat(page.locator("[id='canned:body']")).hasValue("Первая строка\nвторая");
      new Form(page, "canned").isTaken("save");
    }
  }

  @Test
  void anOpenDialogueWaitsForItAndGoesOn() {
    allows("503");
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Meerim");
    var page = admin(newcomers, "/inbox/1", Look.DESK);
    var typed = "Одну минуту, пожалуйста";
    try (var away = new DatabaseAway()) {
      page.fill("#reply", typed);
      page.keyboard().press("Alt+KeyT");
      shown(page.locator("#lost"));
      assertThat(page.locator("#reply")).hasValue(typed);
    }
    assertThat(page.locator("#lost")).isHidden();
    assertThat(page.locator("#reply")).hasValue(typed);
    takes(page);
  }

  /** What stands there is said to be old, and is told again without anybody's doing. */
  @Test
  void thePageOfChannelsSaysItAndGoesOn() {
    allows("503");
    var page = admin(new Newcomers(), "/settings/channels", Look.DESK);
    page.waitForLoadState();
    try (var away = new DatabaseAway()) {
      page.evaluate("() => channelsPushed()");
      shown(page.locator("#lost", saying("Состояние каналов могло устареть")));
      looksAt(page, Look.DESK.picture("channels-lost"));
    }
    assertThat(page.locator("#lost")).isHidden();
    assertThat(page.locator("[id$=lines] .card")).hasCount(1);
  }

  /** Who it is, is asked before anything else. */
  private int recognized() {
    var key = RequestOptions.create().setHeader("Authorization", "Bearer " + "a".repeat(43));
    return window(Look.DESK).request().get(url("/api/v1/ledger"), key).status();
  }

  private static void takes(Page page) {
    page.keyboard().press("Alt+KeyT");
    shown(page.locator(".handler [data-act=return]"));
  }
}
