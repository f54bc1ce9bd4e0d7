package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Newcomers.Word;

/** The inbox without a mouse, on whatever keyboard, and along the browser's own way back. */
class KeysJourneyIT extends Journey {

  private static final int ALT = 1;
  private static final int MOST_STEPS = 80;
  private static final Locator.ClickOptions WITH_SHIFT =
      new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT));
  private static final int LONG = 30_000; // ms; no toast stays so long by itself

  /** A ring around what has the focus, or around the frame that stands for it. */
  private static final String SEEN =
      """
      () => {
        for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at);
          if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none') return true;
          if (at.matches('form, nav, header, .pane')) return false;
        }
        return false;
      }""";

  private final Newcomers newcomers = new Newcomers();
  private Demo.Account aigul;

  @BeforeEach
  void aDay() {
    var other = demo().first().user("ORG_ADMIN");
    aigul = newcomers.person("ORG_ADMIN", "Айгуль", other);
    newcomers.person("MANAGER", "Бакыт", other);
    newcomers.channel("EVOLUTION");
    for (var name : List.of("Асель", "Бермет", "Венера", "Гульзат")) {
      int id = name.charAt(0) - 'А' + 1;
      newcomers.conversation(id, name, Word.NOBODY, 1, 1);
      newcomers.said(id, "CLIENT", "DELIVERED", "Пишет " + name);
    }
  }

  @Test
  void aDayIsWorkedOffWithoutAMouse() {
    var page = signedIn(aigul, "/inbox?tab=ALL&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    walksTo(page, "#rows .conv");
    assertThat(row(page, "Асель")).isFocused();
    picksTwo(page);
    onPicked(page, "assign");
    page.keyboard().press("ArrowDown");
    chooses(page, "#assign", "Бакыт");
    told(page, "Назначено: 2");
    picksTwo(page);
    onPicked(page, "tagging");
    page.keyboard().type("Зима");
    page.keyboard().press("Enter");
    told(page, "Метка поставлена: 2");
    picksTwo(page);
    onPicked(page, "snoozes");
    page.keyboard().press("Enter");
    told(page, "Отложено: 2");
    page.navigate(url("/inbox?tab=ALL&state=SNOOZED"));
    counts(page.locator("#rows a.conv"), 2);
    assertThat(row(page, "Асель")).isVisible();
    assertThat(row(page, "Бермет")).isVisible();
    opensAndNotes(page);
  }

  /** The first two rows, by the space bar. */
  private static void picksTwo(Page page) {
    assertThat(page.locator("#rows .conv").first()).isFocused();
    page.keyboard().press("Space");
    page.keyboard().press("ArrowDown");
    seen(page);
    page.keyboard().press("Space");
    assertThat(page.locator("#rows .conv.picked")).hasCount(2);
    shown(page.locator("#picked", saying("2")));
  }

  /** From the rows back to what can be done to the picked, and into its menu. */
  private static void onPicked(Page page, String menu) {
    var button = page.locator("#bulk [data-menu=" + menu + "]");
    for (int i = 0; i < MOST_STEPS && !focused(button); i++) {
      page.keyboard().press("Shift+Tab");
      seen(page);
    }
    assertThat(button).isFocused();
    page.keyboard().press("Enter");
    shown(page.locator("#" + menu));
  }

  private static void chooses(Page page, String menu, String words) {
    var wanted = page.locator(menu + " button", saying(words));
    for (int i = 0; i < MOST_STEPS && !focused(wanted); i++) {
      page.keyboard().press("ArrowDown");
      seen(page);
    }
    page.keyboard().press("Enter");
  }

  private static void told(Page page, String words) {
    shown(page.locator("#toasts .toast", saying(words)));
    counts(page.locator("#rows .conv.picked"), 0);
  }

  private static void opensAndNotes(Page page) {
    page.waitForLoadState();
    walksTo(page, "#rows .conv");
    page.keyboard().press("Enter");
    shown(said(page, "Пишет Асель"));
    assertThat(page.locator("#reply")).isFocused();
    seen(page);
    assertThat(page.locator("#labels", saying("Зима"))).isVisible();
    assertThat(page.locator(".thread-head .whose", saying("Бакыт"))).isVisible();
    page.keyboard().press("Alt+KeyP");
    page.keyboard().type("Первая строка");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("и вторая");
    assertThat(page.locator("#reply")).hasValue("Первая строка\nи вторая");
    assertThat(page.locator("#flow article.note")).hasCount(0);
    page.keyboard().press("Enter");
    shown(page.locator("#flow article.note", saying("и вторая")));
  }

  private static void walksTo(Page page, String target) {
    for (int i = 0; i < MOST_STEPS && !focused(page.locator(target + ":focus")); i++) {
      page.keyboard().press("Tab");
      seen(page);
    }
    assertThat(page.locator(target + ":focus")).hasCount(1);
  }

  private static boolean focused(Locator what) {
    return what.count() > 0 && (boolean) what.evaluate("one => one === document.activeElement");
  }

  private static void seen(Page page) {
    assertThat((boolean) page.evaluate(SEEN))
        .as("the focus is seen on %s", page.evaluate("document.activeElement.outerHTML"))
        .isTrue();
  }

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
  void keysLiveOnEveryLayoutAndTheBrowserGoesBack() {
    var page = signedIn(aigul, "/inbox?tab=ALL&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    pressesRussian(page, "KeyJ", "о");
    stands(page, "Асель");
    pressesRussian(page, "KeyJ", "о");
    stands(page, "Бермет");
    var bermet = page.url();
    pressesRussian(page, "KeyK", "л");
    stands(page, "Асель");
    pressesRussian(page, "KeyO", "щ");
    assertThat(page.locator("#card")).isHidden();
    pressesRussian(page, "KeyO", "щ");
    assertThat(page.locator("#card")).isVisible();
    pressesRussian(page, "KeyT", "е");
    shown(page.locator(".handler.human [data-act=return]"));
    page.click("#profile");
    assertThat(page).hasURL(Pattern.compile(".*/clients/1"));
    page.goBack();
    stands(page, "Асель");
    page.goBack();
    stands(page, "Бермет");
    page.goBack();
    stands(page, "Асель");
    page.goBack();
    assertThat(page).hasURL(Pattern.compile(".*/inbox\\?.*"));
    page.goForward();
    stands(page, "Асель");
    page.goForward();
    stands(page, "Бермет");
    page.navigate(bermet);
    stands(page, "Бермет");
    assertThat(row(page, "Бермет")).hasAttribute("aria-current", "true");
  }

  /** A conversation leaves the list while it is open, and the list is longer than what is shown. */
  @Test
  void oneAfterAnotherTheWholeListIsReached() {
    for (int id = 10; id < 70; id++) {
      newcomers.conversation(id, "Клиент " + id + ".", Word.NOBODY, 1, 1);
      newcomers.said(id, "CLIENT", "DELIVERED", "Пишет Клиент " + id + ".");
    }
    var page = signedIn(aigul, "/inbox?tab=UNASSIGNED&sort=LATEST", Look.DESK);
    page.waitForLoadState();
    counts(page.locator("#rows a.conv"), 50);
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Асель");
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Бермет");
    page.keyboard().press("Alt+KeyT");
    counts(page.locator("#rows a.conv", saying("Бермет")), 0);
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Венера");
    page.keyboard().press("Alt+KeyK");
    stands(page, "Асель");
    row(page, "Клиент 55.").click();
    stands(page, "Клиент 55.");
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Клиент 56.");
    page.keyboard().press("Alt+KeyJ");
    page.keyboard().press("Alt+KeyJ");
    stands(page, "Клиент 58.");
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
    counts(rows, 0);
    toast.locator("button").click();
    counts(rows, 250);
    counts(page.locator("#rows .conv.picked"), 0);
  }

  private static void picked(Page page, int many, int of) {
    shown(page.locator("#picked", saying("Выбрано: " + many + " из " + of)));
    counts(page.locator("#rows .conv.picked"), many);
  }

  private static void stands(Page page, String client) {
    shown(page.locator("#top h2", saying(client)));
    shown(said(page, "Пишет " + client));
    assertThat(page).hasURL(Pattern.compile(".*/inbox/\\d+\\?.*"));
  }

  @Test
  void settingsAreMadeWithoutAMouse() {
    newcomers.deal(1, "Подбор");
    newcomers.offer("Сон-Куль");
    newcomers.costs(300);
    var page = signedIn(aigul, "/teams", Look.DESK);
    makesATeam(page);
    page.navigate(url("/products"));
    endsAPrice(page);
    page.navigate(url("/pipelines"));
    setsTheFunnelUp(page);
  }

  private static void makesATeam(Page page) {
    walksTo(page, "[id='team:name']");
    page.keyboard().type("Горы");
    walksTo(page, "[id='team:members'] input");
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    seen(page);
    page.keyboard().press("Space");
    assertThat(page.locator("[id='team:members'] input:checked")).hasCount(2);
    page.keyboard().press("Space");
    presses(page, "[id='team:save']", "Enter");
    var row = page.locator("form#all tbody tr", saying("Горы"));
    assertThat(row.locator(".badge")).hasText(new String[] {"Айгуль"});
    presses(page, "form#all input[type=submit]", "Space");
    counts(row, 0);
    presses(page, "[id='removal:restore']", "Enter");
    assertThat(row.locator(".badge")).hasText(new String[] {"Айгуль"});
  }

  private static void endsAPrice(Page page) {
    presses(page, "table.clients tbody a", "Enter");
    var price = page.locator("table.prices tbody tr");
    walksTo(page, "table.prices [name^=last]");
    page.keyboard().type("31.12.2039");
    presses(page, "table.prices [value^='price-end.']", "Space");
    assertThat(price).containsText("31 дек. 2039");
    presses(page, "table.prices [value^='price-remove.']", "Enter");
    counts(price, 0);
    presses(page, "[id='removal:restore']", "Space");
    assertThat(price).containsText("31 дек. 2039");
  }

  private static void setsTheFunnelUp(Page page) {
    var names = page.locator("input[id$=':name']");
    walksTo(page, "[id='pipelines:stage']");
    page.keyboard().type("Оплата");
    presses(page, "[id='pipelines:addStage']", "Space");
    hold(names, "Подбор", "Оплата");
    presses(page, "[aria-label$=': Оплата'][id$=':up']", "Enter");
    hold(names, "Оплата", "Подбор");
    presses(page, "[aria-label$=': Оплата'][id$=':remove']", "Space");
    hold(names, "Подбор");
    presses(page, "[id='pipelines:restore']", "Enter");
    hold(names, "Оплата", "Подбор");
    walksTo(page, "[id='pipelines:reason']");
    page.keyboard().type("Дорого");
    presses(page, "[id='pipelines:addReason']", "Enter");
    presses(page, "[aria-label$=': Дорого'][id$=':archive']", "Space");
    presses(page, "[id='pipelines:restore']", "Space");
    shown(page.locator("[aria-label$=': Дорого'][id$=':archive']"));
  }

  private static void hold(Locator fields, String... values) {
    counts(fields, values.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(fields.nth(i)).hasValue(values[i]);
    }
  }

  /** Walks to a button and presses it; the page that answers is another one. */
  private static void presses(Page page, String button, String key) {
    walksTo(page, button);
    readAnew(page, () -> page.keyboard().press(key));
  }

  /** As a keyboard does that writes Russian letters: the place of the key is the same. */
  private static void pressesRussian(Page page, String code, String letter) {
    var keyboard = page.context().newCDPSession(page);
    for (var way : List.of("rawKeyDown", "keyUp")) {
      var key = new JsonObject();
      key.addProperty("type", way);
      key.addProperty("modifiers", ALT);
      key.addProperty("code", code);
      key.addProperty("key", letter);
      keyboard.send("Input.dispatchKeyEvent", key);
    }
    keyboard.detach();
  }
}
