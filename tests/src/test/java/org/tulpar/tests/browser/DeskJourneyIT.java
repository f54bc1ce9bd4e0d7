package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.row;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Newcomers.Word;

/** What the list and the thread tell at a glance, and how they are worked with by keys alone. */
class DeskJourneyIT extends Journey {

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d.M.yyyy H:mm");
  private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("dd.MM.yy, HH:mm");
  private static final Pattern LEFT = Pattern.compile("ответ за \\d+ мин");
  private static final Pattern LATE = Pattern.compile("просрочен на \\d+ мин");
  private static final ZoneId FAR = ZoneId.of("Pacific/Kiritimati");
  private static final Pattern BY_PHONE = Pattern.compile("с телефона в \\d{2}:\\d{2}");

  private final Newcomers newcomers = new Newcomers();
  private Demo.Account aigul;
  private Demo.Account bakyt;

  @BeforeEach
  void aDay() {
    var other = demo().first().user("ORG_ADMIN");
    aigul = newcomers.person("ORG_ADMIN", "Айгуль", other);
    bakyt = newcomers.person("MANAGER", "Бакыт", other);
    newcomers.channel("WHATSAPP_CLOUD");
    newcomers.promises(20);
    newcomers.conversation(1, "Бермет", Word.BOT, 0, 1);
    newcomers.said(1, "CLIENT", "DELIVERED", "Сколько стоит тур?");
    newcomers.said(1, "BOT", "READ", "Тур стоит 300 долларов");
    newcomers.trade().deal(1, "Подбор");
    newcomers.conversation(2, "Fatima", Word.NOBODY, 3, 1);
    newcomers.said(2, "BOT", "READ", "Чем помочь?");
    newcomers.said(2, "CLIENT", "DELIVERED", "أريد جولة إلى البحيرة");
    newcomers.conversation(3, "Markus", Word.ADMINISTRATOR, 0, 20);
    newcomers.said(3, "MANAGER", "READ", "Прочитано вами");
    newcomers.said(3, "MANAGER", "DELIVERED", "Пришло к вам");
    newcomers.said(3, "MANAGER", "SENT", "Ушло к вам");
    newcomers.said(3, "MANAGER", "QUEUED", "Уйдёт к вам");
    newcomers.conversation(4, "Sofia", Word.MANAGER, 0, 1);
    newcomers.said(4, "MANAGER", "FAILED", "Это не ушло");
    newcomers.conversation(5, "Нурлан", Word.PHONE, 0, 30);
    newcomers.said(5, "MANAGER", "SENT", "Напишу вечером");
  }

  @Test
  void aGlanceTellsHowEverythingStands() {
    var page = window(Look.DESK).newPage();
    page.clock().install();
    page.navigate(url("/inbox?tab=ALL"));
    enters(page, aigul);
    counts(page.locator("#rows a.conv"), 5);
    assertThat(page).hasTitle(Pattern.compile("\\(1\\) .+"));
    piles(page);
    rows(page);
    looksAt(page, "desk-rows-1440-ru-light");
    turns(page);
    voices(page);
    ticks(page);
    directions(page);
  }

  private static void piles(Page page) {
    Map.of("MINE", "1", "NEEDS_HUMAN", "1", "UNASSIGNED", "2", "BOT", "1", "ALL", "5")
        .forEach(
            (pile, count) ->
                assertThat(page.locator("#tabs [data-tab=" + pile + "] .count")).hasText(count));
    page.locator("#tabs [data-tab=UNASSIGNED]").click();
    counts(page.locator("#rows a.conv"), 2);
    page.goBack();
    counts(page.locator("#rows a.conv"), 5);
  }

  private static void rows(Page page) {
    tells(page, "Бермет", ".badge.bot", "Бот отвечает");
    tells(page, "Бермет", ".who", "Бот:");
    tells(page, "Бермет", ".stage", "Подбор");
    tells(page, "Fatima", ".badge.waiting", "Ждёт 10 мин");
    tells(page, "Fatima", ".count", "3");
    tells(page, "Markus", ".badge.human", "Вы");
    tells(page, "Markus", ".who", "Вы:");
    tells(page, "Sofia", ".badge", "Бакыт");
    tells(page, "Нурлан", ".badge.phone", "С телефона");
    assertThat(row(page, "Sofia").locator(".conv-last.t-danger svg")).isVisible();
    assertThat(page.locator("#rows .conv-last.t-danger")).hasCount(1);
    assertThat(page.locator("#rows .count")).hasCount(1);
    assertThat(row(page, "Бермет").locator("svg.ring:not(.low):not(.shut)")).hasCount(1);
    assertThat(row(page, "Markus").locator("svg.ring.low")).hasCount(1);
    assertThat(row(page, "Нурлан").locator("svg.ring.shut")).hasCount(1);
  }

  private static void tells(Page page, String client, String part, String words) {
    assertThat(row(page, client).locator(part).first()).hasText(words);
  }

  /** What was promised runs out before the eyes of whoever only sits there. */
  private static void turns(Page page) {
    var chip = row(page, "Fatima").locator(".sla");
    assertThat(chip).hasText(LEFT);
    assertThat(chip).hasClass(Pattern.compile(".*\\bline\\b.*"));
    page.clock().fastForward("06:00");
    assertThat(chip).hasClass(Pattern.compile(".*\\bwarning\\b.*"));
    assertThat(chip).hasText(LEFT);
    page.clock().fastForward("06:00");
    assertThat(chip).hasClass(Pattern.compile(".*\\bdanger\\b.*"));
    assertThat(chip).hasText(LATE);
    assertThat(page.locator("#rows .sla")).hasCount(1);
  }

  /** Who has the word in each, and what may be done about it. */
  private static void voices(Page page) {
    has(page, "Бермет", "bot", "Отвечает бот", "Остановить");
    has(page, "Fatima", "waiting", "Ждёт человека", "Взять");
    has(page, "Markus", "human", "Отвечаете вы", "Вернуть боту");
    has(page, "Sofia", "human", "Отвечает Бакыт", "Вернуть боту");
    has(page, "Нурлан", "phone", "Ответили с телефона в ", "Вернуть боту");
    assertThat(page.locator("#top .handler")).containsText(BY_PHONE);
  }

  private static void has(Page page, String client, String voice, String words, String button) {
    row(page, client).click();
    shown(page.locator(".thread-head h2", saying(client)));
    var strip = page.locator("#top .handler[data-voice=" + voice + "]");
    assertThat(strip).containsText(words);
    assertThat(strip.locator("button")).containsText(button);
  }

  private static void ticks(Page page) {
    row(page, "Markus").click();
    shown(said(page, "Уйдёт к вам"));
    assertThat(said(page, "Уйдёт к вам").locator(".tick circle")).hasCount(1);
    assertThat(strokes(page, "Ушло к вам")).isEqualTo(1);
    assertThat(strokes(page, "Пришло к вам")).isEqualTo(2);
    assertThat(strokes(page, "Прочитано вами")).isEqualTo(2);
    assertThat(colour(page, "Прочитано вами"))
        .isNotEqualTo(colour(page, "Пришло к вам"))
        .isEqualTo(page.locator("#flow .tick.read").evaluate("t => getComputedStyle(t).stroke"));
  }

  private static int strokes(Page page, String words) {
    var drawn = said(page, words).locator(".tick path").getAttribute("d");
    return drawn.split("M").length - 1;
  }

  private static String colour(Page page, String words) {
    return (String)
        said(page, words).locator(".tick").evaluate("tick => getComputedStyle(tick).stroke");
  }

  /** Arabic runs from the right in its own bubble, and nothing else does. */
  private static void directions(Page page) {
    row(page, "Fatima").click();
    var arabic = said(page, "البحيرة");
    shown(arabic);
    assertThat(direction(arabic.locator(".bubble > p"))).isEqualTo("rtl");
    assertThat(direction(arabic.locator(".foot"))).isEqualTo("ltr");
    assertThat(direction(said(page, "Чем помочь?").locator(".bubble > p"))).isEqualTo("ltr");
    assertThat(direction(page.locator("#flow"))).isEqualTo("ltr");
    page.fill("#reply", "شكرا");
    assertThat(direction(page.locator("#reply"))).isEqualTo("rtl");
    page.fill("#reply", "");
  }

  private static Object direction(Locator what) {
    return what.evaluate("one => getComputedStyle(one).direction");
  }

  @Test
  void twoPeopleSeeEachOtherAndHearWhatConcernsThem() {
    newcomers.hears();
    var first = signedIn(aigul, "/inbox/1?tab=ALL", Look.DESK);
    shown(said(first, "300 долларов"));
    var second = window(Look.DESK);
    second.addInitScript(Ears.SCRIPT);
    var other = second.newPage();
    typesBeforeThePageIsReady(other, "Минуту");
    assertThat(other.locator("#reply")).hasValue("Минуту");
    shown(other.locator("#here", saying("Айгуль тоже здесь")));
    shown(first.locator("#here", saying("Бакыт пишет ответ")));
    other.fill("#reply", "");
    other.navigate(url("/clients"));
    other.waitForLoadState();
    Ears.opens(other);
    gives(first, "Бакыт");
    var toast = other.locator("#toasts .toast", saying("Вам назначен диалог · Бермет"));
    shown(toast);
    assertThat(toast.locator("a")).hasAttribute("href", Pattern.compile(".*/inbox/1"));
    assertThat(Ears.tones(other)).isEqualTo(2);
    assertThat(other).hasTitle(Pattern.compile("\\(1\\) .+"));
    Ears.looksAway(other);
    row(first, "Нурлан").click();
    shown(said(first, "Напишу вечером"));
    gives(first, "Бакыт");
    Ears.hears(other, "Вам назначен диалог: Нурлан");
    assertThat(other.locator("#toasts .toast", saying("Нурлан"))).hasCount(0);
    Ears.refusesNotices(other);
    row(first, "Fatima").click();
    shown(said(first, "Чем помочь?"));
    gives(first, "Бакыт");
    shown(other.locator("#toasts .toast", saying("Вам назначен диалог · Fatima")));
  }

  /** On a slow line what is said stands there long before the page can do anything. */
  private void typesBeforeThePageIsReady(Page page, String words) {
    var held = new ArrayList<Route>();
    page.route("**/composer.js*", held::add);
    page.navigate(url("/inbox/1?tab=ALL"));
    enters(page, bakyt);
    shown(said(page, "300 долларов"));
    page.fill("#reply", words);
    page.waitForCondition(() -> !held.isEmpty());
    held.forEach(Route::resume);
    page.waitForLoadState();
  }

  private static void gives(Page page, String colleague) {
    page.keyboard().press("Alt+KeyA");
    page.locator("#assign [data-name]", saying(colleague)).click();
    shown(page.locator("#toasts .toast", saying("Назначено: 1")).last());
  }

  /** She names the moment as her own clock shows it, whatever the clock of her browser. */
  @Test
  void aConversationIsPutOffUntilAMomentOfHerOwn() {
    newcomers.lives(aigul, FAR);
    var page = signedIn(aigul, "/inbox/3?tab=MINE", Look.DESK);
    page.waitForLoadState();
    counts(page.locator("#rows a.conv"), 1);
    var now = LocalDateTime.now(FAR);
    putsOff(page, TYPED.format(now.minusMinutes(2)));
    shown(
        page.locator("#toasts .toast", saying("Отложить можно на время от минуты до года вперёд")));
    counts(page.locator("#rows a.conv"), 1);
    assertThat(page.locator("#top .snoozed")).hasCount(0);
    var day = now.toLocalDate().plusDays(2).atTime(15, 30);
    putsOff(page, TYPED.format(day));
    shown(page.locator("#toasts .toast", saying("Отложено: 1")));
    assertThat(page.locator("#top .snoozed"))
        .containsText("Отложен до " + SAID.format(day) + ". Вернётся раньше");
    counts(page.locator("#rows a.conv"), 0);
    assertThat(newcomers.snoozedUntil(3)).isEqualTo(day.atZone(FAR).toInstant());
    looksAt(page, "desk-snoozed-1440-ru-light");
    page.locator("#top .snoozed [data-act=reopen]").click();
    counts(page.locator("#top .snoozed"), 0);
    counts(page.locator("#rows a.conv"), 1);
  }

  /** The answer has nothing else to show. */
  @Test
  void aMomentThatNobodyCanReadIsRefusedInWords() {
    newcomers.lives(aigul, FAR);
    var page = signedIn(aigul, "/inbox/3?tab=MINE", Look.DESK);
    page.waitForLoadState();
    putsOff(page, " ");
    shown(
        page.locator("#toasts .toast", saying("Отложить можно на время от минуты до года вперёд")));
  }

  private static void putsOff(Page page, String until) {
    page.locator("#top [data-menu=snoozes]").click();
    var field = page.locator("#snooze-at input");
    field.fill(until);
    field.press("Enter");
    assertThat(page.locator("#snoozes")).isHidden();
  }

  @Test
  void aChannelWithoutConnectionIsSaidOnEveryPage() {
    var page = signedIn(aigul, "/inbox?tab=ALL", Look.DESK);
    assertThat(page.locator(".strip")).hasCount(0);
    newcomers.breaksOff();
    for (var path : List.of("/inbox?tab=ALL", "/clients", "/settings/profile")) {
      page.navigate(url(path));
      shown(page.locator(".strip.danger", saying("Канал без связи")));
    }
    looksAt(page, "desk-strip-1440-ru-light");
    page.locator(".strip a").click();
    assertThat(page).hasURL(Pattern.compile(".*/settings/channels"));
  }
}
