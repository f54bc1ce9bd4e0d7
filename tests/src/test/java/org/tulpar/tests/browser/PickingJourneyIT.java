package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.saying;
import static org.tulpar.tests.browser.Inbox.told;
import static org.tulpar.tests.browser.Keyboard.pressesRussian;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Planted;

/** Many rows of the inbox are picked, something is done to them, and taken back. */
class PickingJourneyIT extends Journey {

  private static final int LONG = 30_000; // ms; no toast stays so long by itself
  private static final Locator.ClickOptions WITH_SHIFT =
      new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT));

  private final Day day = new Day(demo().first().user("ORG_ADMIN"));
  private final Newcomers newcomers = day.newcomers;
  private final Demo.Account aigul = day.aigul;

  /** What is offered waits while somebody reads it, and for who types it is one key away. */
  @Test
  void whatWasDoneToManyIsTakenBackByAKey() {
    var page = window(Look.DESK).newPage();
    page.clock().install();
    page.navigate(url("/inbox?tab=UNASSIGNED&sort=LATEST"));
    enters(page, aigul);
    counts(page.locator("#rows a.conv"), 4);
    putsOffTwo(page);
    var toast = page.locator("#toasts .toast", saying("Отложено: 2"));
    toast.hover();
    page.clock().runFor(LONG);
    assertThat(toast).isVisible();
    page.mouse().move(0, 0);
    page.locator("#q").focus();
    page.keyboard().type("Ас");
    pressesRussian(page, "KeyZ", "я");
    counts(page.locator("#rows a.conv"), 4);
    assertThat(toast).hasCount(0);
    assertThat(page.locator("#q")).hasValue("Ас");
    putsOffTwo(page);
    shown(toast);
    page.clock().runFor(LONG);
    assertThat(toast).hasCount(0);
    counts(page.locator("#rows a.conv"), 2);
  }

  private static void putsOffTwo(Page page) {
    page.waitForLoadState();
    page.locator("#rows .avatar[data-act=pick]").nth(0).click();
    page.locator("#rows .avatar[data-act=pick]").nth(1).click();
    page.locator("#bulk [data-menu=snoozes]").click();
    page.locator("#snoozes [data-until=PT3H]").click();
    page.mouse().move(0, 0); // what goes from under the pointer would wait
    told(page, "Отложено: 2");
    counts(page.locator("#rows a.conv"), 2);
  }

  @Test
  void aRangeIsPickedAndAllThatIsShown() {
    newcomers.conversations(10, 56, "Гость");
    var page = signedIn(aigul, "/inbox?tab=ALL&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    var rows = page.locator("#rows .conv");
    counts(rows, 50);
    rows.first().focus();
    page.keyboard().press("Space");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Shift+Space");
    picked(page, 3, 50);
    rows.nth(5).click(WITH_SHIFT);
    picked(page, 6, 50);
    assertThat(page).hasURL(Pattern.compile(".*/inbox\\?.*"));
    page.keyboard().press("Control+KeyA");
    picked(page, 50, 50);
    assertThat(page.locator("#pick-all")).isChecked();
    page.locator("#more").click();
    counts(rows, 60);
    picked(page, 50, 60);
    page.locator("#pick-all").click();
    picked(page, 60, 60);
    looksAt(page, "keys-all-picked-1440-ru-light");
    page.locator("#pick-all").click();
    counts(page.locator("#rows .conv.picked"), 0);
    assertThat(page.locator("#bulk")).isHidden();
  }

  @Test
  void ofMoreThanIsTakenAtOnceNothingIsLeftOut() {
    newcomers.conversations(10, 246, "Гость");
    var page = signedIn(aigul, "/inbox?tab=ALL&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    var rows = page.locator("#rows .conv");
    for (int shown = 50; shown < 250; shown += 50) {
      counts(rows, shown);
      page.locator("#more").click();
    }
    counts(rows, 250);
    rows.first().focus();
    page.keyboard().press("Control+KeyA");
    picked(page, 250, 250);
    page.locator("#bulk [data-act=close-picked]").click();
    var toast = page.locator("#toasts .toast", saying("Закрыто: 250"));
    shown(toast);
    assertThat(Planted.closedBeside(aigul)).isEqualTo(250);
    counts(page.locator("#rows .conv", saying("Закрыт")), 250);
    toast.locator("button").click();
    await().atMost(SOON).until(() -> Planted.closedBeside(aigul) == 0);
    counts(page.locator("#rows .conv", saying("Закрыт")), 0);
    counts(rows, 250);
    counts(page.locator("#rows .conv.picked"), 0);
  }

  private static void picked(Page page, int many, int of) {
    shown(page.locator("#picked", saying("Выбрано: " + many + " из " + of)));
    counts(page.locator("#rows .conv.picked"), many);
  }
}
