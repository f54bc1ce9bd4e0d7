package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** What a person says of herself is kept, and every page keeps to it in every browser. */
class ProfileJourneyIT extends Journey {

  private static final String FAR = "Pacific/Kiritimati";

  private final Newcomers newcomers = new Newcomers();

  @Test
  void herNameHerClockAndHerThemeGoWithHer() {
    newcomers.talkWithTheBot("Динара");
    var she = newcomers.person("ORG_ADMIN", "Айгуль", demo().first().user("ORG_ADMIN"));
    var page = signedIn(she, "/settings/profile", Look.DESK);
    page.fill("[id='profile:name']", "  ");
    page.click("[id='profile:save']");
    shown(page.locator(".banner.danger"));
    page.fill("[id='profile:name']", "Айгуль Асанова");
    page.selectOption("[id='profile:zone']", FAR);
    page.selectOption("[id='profile:theme']", "DARK");
    readAnew(page, () -> page.click("[id='profile:save']"));
    shown(page.locator(".banner.success"));
    isAsShe(page);
    var elsewhere = signedIn(she, "/settings/profile", Look.DESK);
    isAsShe(elsewhere);
    assertThat(elsewhere.locator("[id='profile:zone']")).hasValue(FAR);
    assertThat(elsewhere.locator("[id='profile:theme']")).hasValue("DARK");
    looksAt(elsewhere, "profile-kept-1440-ru-dark");
    elsewhere.navigate(url("/inbox?tab=ALL"));
    clockIsHers(elsewhere);
    turnsTheLightOn(elsewhere);
  }

  @Test
  void whatSheWantsToHearIsKept() {
    var page = admin(newcomers, "/settings/profile");
    page.context().grantPermissions(List.of("notifications"));
    hears(page, false, true, true);
    hears(page, true, false, true);
    var asked = new Form(page, "alerts");
    asked.field("browser").uncheck();
    page.evaluate("Notification.requestPermission = () => Promise.resolve('denied')");
    asked.field("browser").click();
    assertThat(asked.field("browser")).not().isChecked();
    assertThat(page.locator("#browser-state")).containsText("Браузер запретил");
    looksAt(page, "profile-unheard-1440-ru-light");
  }

  private static void hears(Page page, boolean title, boolean sound, boolean browser) {
    var alerts = new Form(page, "alerts");
    alerts.field("title").setChecked(title);
    alerts.field("sound").setChecked(sound);
    alerts.field("browser").setChecked(browser);
    alerts.isTaken("keep");
    page.navigate(url("/settings/profile"));
    assertThat(alerts.field("title").isChecked()).isEqualTo(title);
    assertThat(alerts.field("sound").isChecked()).isEqualTo(sound);
    assertThat(alerts.field("browser").isChecked()).isEqualTo(browser);
  }

  private static void isAsShe(Page page) {
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.locator("nav.nav .usermenu summary")).containsText("Айгуль Асанова");
    assertThat(page.locator("link#dark")).hasAttribute("media", "all");
  }

  /** The last message was a minute ago by her clock, which is half a day ahead of most. */
  private static void clockIsHers(Page page) {
    var now = LocalTime.now(ZoneId.of(FAR));
    var told = row(page, "Динара").locator("time").textContent();
    assertThat(told)
        .isIn(
            DateTimeFormatter.ofPattern("HH:mm").format(now.minusMinutes(1)),
            DateTimeFormatter.ofPattern("HH:mm").format(now.minusMinutes(2)),
            "вчера");
  }

  /** By the button of the frame, without a reload; and it stays. */
  private static void turnsTheLightOn(Page page) {
    page.waitForResponse(
        answer -> answer.url().endsWith("/preferences"),
        () -> page.locator("nav.nav [data-theme-toggle]").click());
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    page.navigate(url("/settings/profile"));
    assertThat(page.locator("[id='profile:theme'] option:checked", saying("Светлая"))).hasCount(1);
  }
}
