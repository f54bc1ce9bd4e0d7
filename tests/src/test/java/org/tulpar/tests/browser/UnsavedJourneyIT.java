package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.NOTHING_UNDER_WAY;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;

/** What is typed into the sheet of a deal and not saved is there when the sheet is opened again. */
class UnsavedJourneyIT extends Journey {

  private static final String FAMILY = "Семья на июль";
  private static final String GROUP = "Группа из Алматы";
  private static final String TOUR = "Ала-Арча, 1 день";
  private static final String STEP = "Спросить про детей";

  private final Newcomers newcomers = new Newcomers();

  @BeforeEach
  void twoDeals() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell(FAMILY, GROUP);
    newcomers.trade().offer(TOUR);
  }

  @Test
  void itWaitsWhileAnotherDealIsReadAndThePageIsReadAnew() {
    var page = admin(newcomers, "/deals");
    types(page);
    looksAt(page, "sheet-touched-1440-ru-light");
    opens(page, GROUP);
    assertThat(page.locator("#edit-step")).hasValue("");
    assertThat(page.locator("#unsaved")).isHidden();
    page.keyboard().press("Escape");
    assertThat(page.locator("#panel")).isHidden();
    opens(page, FAMILY);
    isThere(page);
    looksAt(page, Look.DESK.picture("sheet-unsaved"));
    page.reload();
    isThere(page);
    saves(page);
    shown(card(page, FAMILY).getByText(STEP));
    shown(page.locator("#board .deal .badge", saying(TOUR)));
    opens(page, GROUP);
    opens(page, FAMILY);
    assertThat(page.locator("#edit-step")).hasValue(STEP);
    assertThat(page.locator("#edit-at")).hasValue("12.07.2027 15:00");
    assertThat(page.locator("#unsaved")).isHidden();
  }

  @Test
  void itIsDiscardedByAPress() {
    var look = Look.PHONE.speaking("en-US").dark();
    var page = admin(newcomers, "/deals", look);
    opens(page, FAMILY);
    page.fill("#edit-step", STEP);
    closes(page);
    opens(page, FAMILY);
    assertThat(page.locator("#edit-step")).hasValue(STEP);
    shown(page.locator("#unsaved", saying("Not saved yet")));
    looksAt(page, look.picture("sheet-unsaved"));
    page.locator("#unsaved button").click();
    assertThat(page.locator("#unsaved")).isHidden();
    assertThat(page.locator("#edit-step")).hasValue("");
    assertThat(page.locator("#edit [type=submit]")).isFocused();
    closes(page);
    opens(page, FAMILY);
    assertThat(page.locator("#edit-step")).hasValue("");
    assertThat(page.locator("#unsaved")).isHidden();
  }

  @Test
  void whoWasSlowerIsToldAndLosesNothing() {
    var aigul = admin(newcomers, "/deals");
    opens(aigul, FAMILY);
    aigul.fill("#edit-step", STEP);
    closes(aigul);
    costs(bakyt(), "500");
    shown(price(aigul, "500"));
    opens(aigul, FAMILY);
    assertThat(aigul.locator("#edit-step")).hasValue(STEP);
    assertThat(aigul.locator("#edit-amount")).hasValue("500");
    isTold(aigul);
    assertThat(aigul.locator("#edit-step")).hasValue(STEP);
    shown(aigul.locator("#unsaved"));
    saves(aigul);
    shown(card(aigul, FAMILY).getByText(STEP));
    shown(price(aigul, "500"));
  }

  @Test
  void herOwnMoveHidesNobodysChange() {
    var aigul = admin(newcomers, "/deals");
    opens(aigul, FAMILY);
    aigul.fill("#edit-step", STEP);
    costs(bakyt(), "500");
    shown(price(aigul, "500"));
    moves(aigul);
    isTold(aigul);
    assertThat(aigul.locator("#edit-amount")).hasValue("500");
    saves(aigul);
    shown(price(aigul, "500"));
  }

  @Test
  void herOwnMoveMakesItNoOlder() {
    var page = admin(newcomers, "/deals");
    opens(page, FAMILY);
    page.fill("#edit-step", STEP);
    closes(page);
    moves(page);
    opens(page, FAMILY);
    assertThat(page.locator("#edit-step")).hasValue(STEP);
    saves(page);
    shown(card(page, FAMILY).getByText(STEP));
  }

  /** Neither what was chosen, though she looks elsewhere, nor the field under her cursor. */
  @Test
  void newsTakeNothingAway() {
    var aigul = admin(newcomers, "/deals");
    opens(aigul, FAMILY);
    var her = aigul.locator("#edit-owner option", saying("Нурзат")).getAttribute("value");
    aigul.selectOption("#edit-owner", her);
    aigul.evaluate("document.getElementById('edit').same = true");
    aigul.evaluate("document.activeElement.blur()");
    costs(bakyt(), "500");
    shown(price(aigul, "500"));
    aigul.waitForFunction(NOTHING_UNDER_WAY);
    assertThat(aigul.locator("#edit-owner")).hasValue(her);
    assertThat(aigul.evaluate("document.getElementById('edit').same")).isEqualTo(true);
  }

  @Test
  void whatIsTypedWhileItIsBeingSavedStays() {
    var page = admin(newcomers, "/deals");
    opens(page, FAMILY);
    page.fill("#edit-step", STEP);
    var held = holdsTheSaving(page);
    page.locator("#edit [type=submit]").click();
    page.waitForCondition(() -> !held.isEmpty());
    page.focus("#edit-step");
    page.keyboard().press("End");
    page.keyboard().type(" и");
    held.forEach(Route::resume);
    shown(page.locator("#toasts .toast", saying("Сохранено")));
    assertThat(page.locator("#edit-step")).hasValue(STEP + " и");
    assertThat(page.locator("#edit-step")).isFocused();
    page.keyboard().type(" цены");
    page.unroute("**/deals");
    saves(page);
    shown(card(page, FAMILY).getByText(STEP + " и цены"));
  }

  @Test
  void nobodyElseReadsIt() {
    var she = newcomers.person("ORG_ADMIN", "Нурзат", demo().first().user("ORG_ADMIN"));
    var page = signedIn(she, "/deals", Look.DESK);
    opens(page, FAMILY);
    page.fill("#edit-step", STEP);
    comesInstead(page, manager());
    opens(page, FAMILY);
    assertThat(page.locator("#edit-step")).hasValue("");
    assertThat(page.locator("#unsaved")).isHidden();
    comesInstead(page, she);
    opens(page, FAMILY);
    assertThat(page.locator("#edit-step")).hasValue(STEP);
  }

  /** The page is left first: it would itself go where one signs in, beside the test. */
  private void comesInstead(Page page, Demo.Account person) {
    allows("401");
    page.navigate("about:blank");
    page.context().clearCookies();
    page.navigate(url("/deals"));
    page.waitForURL(Pattern.compile(".*/login.*"));
    enters(page, person);
    page.waitForURL(Pattern.compile(".*/deals$"));
  }

  private void types(Page page) {
    opens(page, FAMILY);
    page.fill("#edit-amount", "1 500");
    page.selectOption("[name=currency]", "USD");
    page.fill("#edit-step", STEP);
    page.fill("#edit-at", "12.07.2027 15:00");
    page.fill("#edit-product", TOUR);
    counts(page.locator("#edit-product:invalid"), 0);
  }

  private static void isThere(Page page) {
    assertThat(page.locator("#edit-amount")).hasValue("1 500");
    assertThat(page.locator("#edit [name=currency]")).hasValue("USD");
    assertThat(page.locator("#edit-step")).hasValue(STEP);
    assertThat(page.locator("#edit-at")).hasValue("12.07.2027 15:00");
    assertThat(page.locator("#edit-product")).hasValue(TOUR);
    counts(page.locator("#edit-product:invalid"), 0);
    shown(page.locator("#unsaved", saying("Ещё не сохранено")));
  }

  private Demo.Account manager() {
    return newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
  }

  private Page bakyt() {
    return signedIn(manager(), "/deals", Look.DESK);
  }

  private static void costs(Page page, String amount) {
    opens(page, FAMILY);
    page.fill("#edit-amount", amount);
    saves(page);
  }

  private static Locator price(Page page, String amount) {
    return page.locator("#board .deal .price", saying(amount));
  }

  /** One place down in its column. */
  private static void moves(Page page) {
    card(page, FAMILY).focus();
    page.keyboard().press("Control+ArrowDown");
    shown(page.locator("#board .deal + .deal", saying(FAMILY)));
    page.waitForFunction(NOTHING_UNDER_WAY);
  }

  private static void opens(Page page, String title) {
    page.waitForLoadState();
    var card = card(page, title);
    shown(card);
    card.click();
    shown(page.locator("#edit[data-id='" + card.getAttribute("data-id") + "']"));
    page.waitForFunction(NOTHING_UNDER_WAY);
  }

  private static void closes(Page page) {
    page.locator("#panel [data-act=shut]").click();
    assertThat(page.locator("#panel")).isHidden();
  }

  private static void saves(Page page) {
    page.locator("#edit [type=submit]").click();
    shown(page.locator("#toasts .toast", saying("Сохранено")).last());
    assertThat(page.locator("#unsaved")).isHidden();
    page.waitForFunction(NOTHING_UNDER_WAY);
  }

  private static void isTold(Page page) {
    page.locator("#edit [type=submit]").click();
    shown(page.locator("#toasts .toast", saying("тем временем изменил другой")));
  }

  private static List<Route> holdsTheSaving(Page page) {
    var held = new ArrayList<Route>();
    page.route(
        "**/deals",
        route -> {
          var posted = route.request().postData();
          if (posted != null && posted.contains("&title=")) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    return held;
  }

  private static Locator card(Page page, String title) {
    return page.locator("#board .deal", saying(title));
  }
}
