package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** What has happened with a client stands on her card. */
class ClientPastJourneyIT extends Journey {

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
      conversation.close_undone: Закрытие диалога отменено
      conversation.snooze_undone: Откладывание диалога отменено
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

  /** In words, the latest first; what is older follows at a press, whole and once. */
  @Test
  void everythingThatHappenedWithAClientStandsOnHerCard() {
    var newcomers = new Newcomers();
    newcomers.talkWithTheBot("Динара");
    newcomers.said(1, "CLIENT", "DELIVERED", "Добрый день");
    newcomers.trade().sell("Сон-Куль", "Каракол");
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
}
