package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tulpar.tests.server.Newcomers;

/** An administrator brings clients in from a file with mistakes in it, and merges two of them. */
class ClientsJourneyIT extends Journey {

  private static final int LINES = org.tulpar.tenant.list.Page.SIZE;

  /** What can have happened, the latest first, and how the card tells it. */
  private static final String HISTORY =
      """
      conversation.taken_over: Диалог взят у бота
      conversation.returned_to_bot: Диалог возвращён боту
      conversation.handed_over: Бот позвал человека
      conversation.assigned: Диалог назначен
      conversation.unassigned: Назначение снято
      conversation.assignment_undone: Назначение отменено
      conversation.snoozed: Диалог отложен
      conversation.woken: Отложенный диалог вернулся
      conversation.closed: Диалог закрыт
      conversation.reopened: Диалог открыт снова
      conversation.merged: Две переписки одного человека соединены
      message.edited: Сообщение изменено
      message.deleted: Сообщение удалено
      message.discarded: Сообщение отброшено
      message.kept: Отброшенное сообщение снова ждёт решения
      message.resent: Сообщение отправлено снова
      message.assumed_sent: Сообщение признано отправленным
      order.created: Заказ № 7 создан
      order.confirmed: Заказ № 7 подтверждён
      order.paid: Заказ № 7 оплачен
      order.done: Заказ № 7 выполнен
      order.cancelled: Заказ № 7 отменён
      client.imported: Загружен из файла
      client.edited: Карточка изменена
      client.tagged: Поставлена метка
      client.untagged: Снята метка
      client.merged: С этой карточкой объединена другая
      client.merge_undone: Карточки снова разделены
      client.created: Карточка создана
      """;

  private static final String FACTS =
      """
      {"number": 7, "reason": "system.handed_over.no_agent"}""";

  /**
   * Three clients of one family name and a line that is wrong.
   *
   * @param phone of the first, and of the third by and by, without its sign
   */
  private record Family(Look look, String head, String given, String name, String phone) {

    String full() {
      return given + " " + name;
    }

    String file() {
      return """
      %1$s
      %2$s al-%3$s;+%4$s;
      Mark;звоните вечером;
      %2$s;;%4$s@journey.test
      %2$s %3$s;+%5$d;
      """
          .formatted(head, given, name, phone, Long.parseLong(phone) + 1);
    }
  }

  static List<Family> families() {
    return List.of(
        new Family(Look.DESK, "ФИО;Телефон;Почта", "Фатима", "Харби", "966500000017"),
        new Family(
            Look.DESK.speaking("en-US"), "Name;Phone;Email", "Aisha", "Qahtani", "966500000037"));
  }

  @ParameterizedTest
  @MethodSource("families")
  void fromAFileWithMistakesToOneCardAndBack(Family family) {
    var page = signedIn("ORG_ADMIN", "/clients", family.look());
    importsWhatIsRight(page, family);
    findsAndEdits(page, family);
    mergesAndParts(page, family);
    worksSomewhere(page, family);
  }

  @Test
  void aManagerReadsOnAPhoneAndImportsNothing() {
    allows("403");
    var phone = signedIn("MANAGER", "/clients", Look.PHONE.dark());
    shown(phone.locator("table.clients tbody tr").first());
    shown(phone.locator("#filters [name=channel]"));
    looksAt(phone, "clients-390-ru-dark");
    assertThat(phone.navigate(url("/client-import")).status()).isEqualTo(403);
  }

  /** On the board, beside the dialogue, in the list and on the card, while nobody reads anew. */
  @Test
  void aTagOfAnotherNameIsShownWhereverItStands() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Динара");
    newcomers.said(1, "CLIENT", "DELIVERED", "Добрый день");
    newcomers.sell("Сон-Куль", "Каракол");
    newcomers.tag("оптом");
    var settings = admin(newcomers, "/settings/tags");
    var places =
        Map.of(
            "/deals", ".deal .badge",
            "/inbox/1?tab=ALL", "#labels .chip",
            "/clients", "table.clients .badge",
            "/clients/1", "[data-tags] .chip");
    var pages = new HashMap<String, Page>();
    places.forEach(
        (path, tag) -> {
          var page = beside(settings, path);
          shown(page.locator(tag, saying("оптом")));
          pages.put(path, page);
        });
    pages.get("/inbox/1?tab=ALL").fill("#label input", "розн");
    renames(settings, "оптом", "оптовик");
    pages.forEach((path, page) -> shown(page.locator(places.get(path), saying("оптовик"))));
    assertThat(pages.get("/inbox/1?tab=ALL").locator("#label input")).hasValue("розн");
    settings.locator("tbody a", saying("оптовик")).first().click();
    new Form(settings, "tag").presses("remove");
    pages.forEach((path, page) -> counts(page.locator(places.get(path), saying("оптовик")), 0));
    pages.forEach((path, page) -> assertThat(page.evaluate("window.sameDocument")).isEqualTo(true));
  }

  /** Whoever looks at her sees it, and whoever narrows a list can choose it. */
  @Test
  void aTagThatAColleaguePutsOnOneClientIsShownWhereSheIsLookedAt() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Динара");
    newcomers.said(1, "CLIENT", "DELIVERED", "Добрый день");
    newcomers.sell("Сон-Куль", "Каракол");
    newcomers.tagged("Markus", "оптом");
    var colleague = admin(newcomers, "/clients/1");
    var places =
        Map.of(
            "/inbox/1?tab=ALL", "#labels .chip",
            "/clients", "[data-tags='1'] .badge",
            "/clients/1", "[data-tags] .chip");
    var pages = new HashMap<String, Page>();
    places.forEach((path, tag) -> pages.put(path, beside(colleague, path)));
    var board = beside(colleague, "/deals");
    var inbox = pages.get("/inbox/1?tab=ALL");
    inbox.fill("#label input", "розн");
    var labels = new Form(colleague, "labels");
    labels.fills("tag", "оптом").isTaken("put");
    pages.forEach((path, page) -> shown(page.locator(places.get(path), saying("оптом"))));
    labels.fills("tag", "VIP").isTaken("put");
    pages.forEach((path, page) -> shown(page.locator(places.get(path), saying("VIP"))));
    Stream.of(inbox, board, pages.get("/clients"))
        .forEach(page -> counts(page.locator("#filters [name=tag] option", saying("VIP")), 1));
    assertThat(inbox.locator("#label input")).hasValue("розн");
    colleague.locator("#marks .chip", saying("VIP")).locator("input").click();
    pages.forEach((path, page) -> counts(page.locator(places.get(path), saying("VIP")), 0));
    counts(inbox.locator("#filters [name=tag] option", saying("VIP")), 0);
    pages.forEach((path, page) -> assertThat(page.evaluate("window.sameDocument")).isEqualTo(true));
  }

  /** Another page of the same person, as it is read once. */
  private static Page beside(Page first, String path) {
    var page = first.context().newPage();
    page.navigate(url(path));
    page.waitForLoadState();
    page.evaluate("window.sameDocument = true");
    return page;
  }

  private static void renames(Page settings, String from, String to) {
    settings.locator("tbody a", saying(from)).first().click();
    new Form(settings, "tag").fills("name", to).isTaken("rename");
    settings.navigate(url("/settings/tags"));
  }

  @Test
  void aSegmentIsKeptUnderItsNameAndForgotten() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Markus");
    newcomers.tagged("Динара", "оптом");
    var page = admin(newcomers, "/clients");
    var rows = page.locator("table.clients tbody tr");
    counts(rows, 2);
    readAnew(
        page, () -> page.selectOption("#filters [name=tag]", new SelectOption().setLabel("оптом")));
    counts(rows, 1);
    var segment = new Form(page, "keep");
    segment.fills("name", " ").isRefused("save");
    segment.fills("name", "Оптовики").isTaken("save");
    shown(page.locator(".segments .chip.on", saying("Оптовики")));
    looksAt(page, "clients-segment-1440-ru-light");
    page.navigate(url("/clients"));
    counts(rows, 2);
    readAnew(page, () -> page.locator(".segments .chip", saying("Оптовики")).click());
    assertThat(rows).containsText("Динара");
    counts(rows, 1);
    segment.isTaken("forget");
    counts(page.locator(".segments"), 0);
    counts(rows, 2);
    looksAt(page, "clients-segment-forgotten-1440-ru-light");
    new Form(page, "removal").isTaken("restore");
    shown(page.locator(".segments .chip.on", saying("Оптовики")));
    counts(rows, 1);
  }

  /** In words, the latest first; what is older follows at a press, whole and once. */
  @Test
  void everythingThatHappenedWithAClientStandsOnHerCard() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Динара");
    newcomers.said(1, "CLIENT", "DELIVERED", "Добрый день");
    newcomers.sell("Сон-Куль", "Каракол");
    var person = newcomers.person("ORG_ADMIN", "Нурзат", demo().first().user("ORG_ADMIN"));
    var words = new ArrayList<>(List.of("Открыта сделка", "Диалог · Main · сообщений: 1"));
    var past = newcomers.past();
    int hours = 0;
    for (var line : HISTORY.lines().toList()) {
      var parts = line.split(": ");
      past.happened(parts[0], FACTS, ++hours);
      words.add(parts[1]);
    }
    past.moved(2, ++hours).notedInTheConversation("Просила перезвонить", ++hours);
    words.addAll(List.of("Сделка перешла на этап «Won»", "Заметка в диалоге"));
    past.noted(30, hours);
    words.addAll(Collections.nCopies(LINES - words.size(), "Заметка"));
    var page = signedIn(person, "/clients/1", Look.DESK);
    assertThat(page.locator(".timeline .happened b")).hasText(words.toArray(String[]::new));
    tellsWhoWhenAndWhy(page);
    looksAt(page, "client-timeline-1440-ru-light");
    var notes = new ArrayList<>(page.locator(".happened.noted .said").allTextContents());
    readAnew(page, () -> page.locator(".pager a", saying("Раньше")).click());
    counts(page.locator(".timeline .happened"), 30 + hours + 2 - LINES);
    notes.addAll(page.locator(".happened.noted .said").allTextContents());
    assertThat(notes)
        .startsWith("Просила перезвонить", "Заметка 1", "Заметка 2")
        .hasSize(31)
        .doesNotHaveDuplicates()
        .endsWith("Заметка 29", "Заметка 30");
    assertThat(page.locator(".pager a", saying("Раньше"))).hasCount(0);
  }

  private static void tellsWhoWhenAndWhy(Page page) {
    var lines = page.locator(".timeline .happened");
    assertThat(page.locator(".timeline > li").first()).hasClass(Pattern.compile("\\bday\\b"));
    assertThat(page.locator(".timeline > li.day").nth(1)).not().isEmpty();
    assertThat(lines.nth(0)).containsText("Сон-Куль");
    assertThat(lines.nth(1).locator("a")).hasAttribute("href", Pattern.compile(".*/inbox/1"));
    assertThat(lines.nth(2)).containsText("Нурзат");
    assertThat(lines.nth(4).locator(".said")).hasText("агент не настроен");
    assertThat(lines.nth(4).locator("time")).hasText(Pattern.compile("\\d{2}:\\d{2}"));
  }

  private void importsWhatIsRight(Page page, Family family) {
    page.navigate(url("/client-import"));
    Sheet.brings(page, family.file(), "звоните вечером");
    looksAt(page, family.look().picture("import"));
    Sheet.isImported(page);
  }

  private void findsAndEdits(Page page, Family family) {
    page.navigate(url("/clients"));
    page.fill("#filters input[name=q]", family.given());
    page.keyboard().press("Enter");
    assertThat(page.locator("table.clients tbody tr")).hasCount(3);
    page.getByText(family.full()).first().click();
    page.fill("[id='card:phone']", "не номер");
    page.click("[id='card:save']");
    shown(page.locator(".banner.danger"));
    assertThat(page.locator("[id='card:phone']")).hasValue("не номер");
    page.fill("[id='card:phone']", "+" + family.phone());
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    page.fill("[id='labels:tag']", "VIP");
    page.click("[id='labels:put']");
    shown(page.locator(".chip", new Page.LocatorOptions().setHasText("VIP")));
    looksAt(page, family.look().picture("client"));
  }

  /** Her company is known by and by: it is completed, opened, renamed, and she is found by it. */
  private void worksSomewhere(Page page, Family family) {
    var firm = family.name() + " Travel " + System.nanoTime();
    adds(page, firm, family.look());
    finds(page, family);
    page.locator("[id='card:company']")
        .pressSequentially(firm.substring(0, family.name().length()));
    counts(page.locator("#firms option[value='" + firm + "']"), 1);
    page.fill("[id='card:company']", firm);
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    page.locator(".page-head a[href*='/companies/']").last().click();
    assertThat(page.locator("table.clients tbody tr")).hasCount(1);
    page.fill("[id='card:name']", firm + " Plus");
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    looksAt(page, family.look().picture("company"));
    page.navigate(url("/companies"));
    page.fill("#filters input[name=q]", firm + " plus");
    page.keyboard().press("Enter");
    assertThat(page.locator("table.clients tbody tr")).hasCount(1);
    looksAt(page, family.look().picture("companies"));
    page.locator("table.clients tbody td.num a").click();
    shown(page.locator("table.clients tbody tr", saying(family.full())));
  }

  private void adds(Page page, String firm, Look look) {
    page.navigate(url("/companies/new"));
    page.fill("[id='card:name']", firm);
    page.click("[id='card:add']");
    shown(page.locator("[id='away:remove']"));
    page.navigate(url("/companies/new"));
    page.fill("[id='card:name']", firm.toUpperCase(Locale.ROOT));
    page.click("[id='card:add']");
    shown(page.locator(".banner.danger"));
    assertThat(page.locator("[id='card:name']")).hasValue(firm.toUpperCase(Locale.ROOT));
    page.navigate(url("/companies"));
    page.fill("#filters input[name=q]", firm);
    page.keyboard().press("Enter");
    assertThat(page.locator("table.clients tbody tr")).hasCount(1);
    page.locator("table.clients tbody a.who").click();
    shown(page.locator("[id='away:remove']"));
    looksAt(page, look.picture("company-empty"));
    page.locator("a[href*='/clients/new?company=']").click();
    assertThat(page.locator("[id='card:company']")).hasValue(firm);
  }

  private void finds(Page page, Family family) {
    page.navigate(url("/clients"));
    page.fill("#filters input[name=q]", family.full());
    page.keyboard().press("Enter");
    page.getByText(family.full()).first().click();
    shown(page.locator("[id='card:company']"));
  }

  private void mergesAndParts(Page page, Family family) {
    page.navigate(url("/client-merge"));
    page.locator(".duplicates li", new Page.LocatorOptions().setHasText(family.phone()))
        .locator("a.btn")
        .click();
    shown(page.locator("[id='deciding:merge']"));
    assertThat(page.locator("section[aria-labelledby=preview] del")).containsText(family.given());
    looksAt(page, family.look().picture("merge"));
    page.click("[id='deciding:merge']");
    shown(page.locator(".banner.success"));
    assertThat(page.locator(".duplicates li", new Page.LocatorOptions().setHasText(family.phone())))
        .hasCount(0);
    page.locator("form#merges input[type=submit]").first().click();
    shown(page.locator(".duplicates li", new Page.LocatorOptions().setHasText(family.phone())));
  }
}
