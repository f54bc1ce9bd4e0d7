package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.drafts;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Planted;
import org.tulpar.tests.server.Simulator;
import org.tulpar.tests.server.Swept;

/** A day after the client's last words the messenger takes nothing but an approved template. */
class WindowJourneyIT extends Journey {

  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration RUNS_OUT = Duration.ofSeconds(90);

  private final Demo.Company company = demo().organizations().get(1);
  private final Demo.Channel cloud = company.channel("WHATSAPP_CLOUD");
  private final String number =
      "7708" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));

  @Test
  void itRunsOutBeforeOnesEyesAndATemplateOpensTheWayBack() {
    writes("привет");
    var page = enter("/inbox?tab=ALL", Look.DESK);
    opens(page, number);
    assertThat(page.locator("#window .ring"))
        .hasAttribute("aria-label", Pattern.compile(".*2[34] ч"));
    Planted.silentFor(cloud, number, DAY.minusSeconds(40));
    readAnew(page, page::reload);
    assertThat(page.locator("#window")).containsText("0 мин");
    drafts(page, "Ещё думаю");
    assertThat(page.locator("#picker"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(RUNS_OUT.toMillis()));
    assertThat(page.locator("#window .ring.shut")).isVisible();
    assertThat(page.locator("#reply")).isHidden();
    assertThat(page.locator("#send")).isDisabled();
    looksAt(page, Look.DESK.picture("window-shut"));
    putsItOff(page);
    fills(page, "Айгуль; и дети");
    assertThat(page.locator("#template-text"))
        .hasText("Hello, Айгуль; и дети! Shall we bring your usual bottles this week?");
    page.keyboard().press("Enter");
    arrived("Айгуль; и дети");
    shown(said(page, "Hello, Айгуль; и дети!"));
    assertThat(page.locator("#template-value-1")).hasValue("");
    writes("да, давайте");
    shown(said(page, "да, давайте"));
    assertThat(page.locator("#picker")).isHidden();
    assertThat(page.locator("#reply")).hasValue("Ещё думаю");
    drafts(page, "");
  }

  /** Instead of a template: tomorrow; and thinks better of it. */
  private static void putsItOff(Page page) {
    page.click("#composer .later");
    page.locator("#snoozes [data-until=TOMORROW]").click();
    shown(page.locator("#top .handler.snoozed"));
    page.locator("#toasts .toast", saying("Отложено: 1")).locator("button").click();
    counts(page.locator("#top .handler.snoozed"), 0);
    shown(page.locator("#picker"));
  }

  @Test
  void theSameStandsBesideTheBoardAndANoteCanStillBeWritten() {
    var title = "Вода " + number;
    afterwards(() -> Swept.deals(cloud, title));
    writes("hello");
    var page = enter("/inbox?tab=ALL", Look.TABLET.dark().speaking("en-US"));
    opens(page, number);
    page.locator("#top [data-act=card]").click();
    page.fill("#deal-new input[name=title]", title);
    page.locator("#deal-new button").click();
    shown(page.locator("#deal-side", saying(title)));
    Planted.silentFor(cloud, number, DAY.plusMinutes(1));
    page.navigate(url("/deals"));
    page.locator("#board .deal", saying(title)).click();
    shown(page.locator("#picker"));
    assertThat(page.locator("#composer .later")).isHidden();
    fills(page, "Aibek");
    page.keyboard().press("Alt+KeyP");
    assertThat(page.locator("#picker")).isHidden();
    assertThat(page.locator("#reply")).isEditable();
    page.keyboard().press("Alt+KeyL");
    assertThat(page.locator("#template-value-1")).hasValue("Aibek");
    looksAt(page, Look.TABLET.dark().speaking("en-US").picture("window-panel"));
    page.click("#send");
    arrived("Aibek");
    shown(said(page, "Hello, Aibek!"));
  }

  private static void fills(Page page, String value) {
    page.locator("#template-id")
        .selectOption(
            page.locator("#template-id option", saying("water_is_running_out"))
                .getAttribute("value"));
    assertThat(page.locator("#template-text .gap")).hasText("{{1}}");
    page.fill("#template-value-1", value);
    assertThat(page.locator("#template-text .gap")).hasCount(0);
    assertThat(page.locator("#send")).isEnabled();
  }

  private void arrived(String value) {
    await()
        .atMost(SOON)
        .until(
            () ->
                Gateway.kindsTo(cloud.instance(), number)
                    .contains("template [water_is_running_out] " + value));
    var request = Gateway.lastRequest(cloud.instance(), "template [water_is_running_out] " + value);
    assertThat(request.path("type").asText()).isEqualTo("template");
    assertThat(request.at("/template/name").asText()).isEqualTo("water_is_running_out");
    assertThat(request.at("/template/components/0/parameters/0/text").asText()).isEqualTo(value);
  }

  private void writes(String words) {
    Simulator.customerWrites(cloud.instance(), number, words);
  }

  private Page enter(String path, Look look) {
    return signedIn(company.user("ORG_ADMIN"), path, look);
  }
}
