package org.tulpar.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.client.TimelineLine;
import org.tulpar.client.TimelinePlace;
import org.tulpar.web.conversation.Reader;

class TimelineRowTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final Reader READER = new Reader(1, Locale.of("ru"), ZoneOffset.UTC, AT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conversation.closed",
        "conversation.assigned",
        "conversation.snoozed",
        "conversation.woken",
        "message.edited",
        "message.resent",
        "order.paid",
        "client.tagged"
      })
  void what_happened_is_told_in_words(String event) {
    assertThat(row(event, null).what()).doesNotContain(".").isNotBlank();
  }

  @Test
  void why_the_bot_called_a_person_is_told_in_words() {
    var row = row("conversation.handed_over", "system.handed_over.no_agent");
    assertThat(row.text()).isEqualTo(READER.word("system.handed_over.no_agent"));
  }

  @Test
  void what_somebody_wrote_stays_as_it_is() {
    assertThat(row("note", "system.handed_over.no_agent").text())
        .isEqualTo("system.handed_over.no_agent");
  }

  @Test
  void of_a_deal_it_is_told_what_became_of_what() {
    var row = row("deal.edited", "Тур", Map.of("owner.from", "Айгуль", "owner.to", "Бакыт"));
    assertThat(row.what()).isEqualTo("Сделка изменена");
    assertThat(row.text()).isEqualTo("Тур\nОтветственный: Айгуль → Бакыт");
  }

  private static TimelineRow row(String event, String text) {
    return row(event, text, Map.of());
  }

  private static TimelineRow row(String event, String text, Map<String, String> facts) {
    return TimelineRow.of(
        new TimelineLine(
            new TimelinePlace(AT, 1), event, null, 5L, text, "7", 0, null, 7, "Анна", facts),
        null,
        READER);
  }
}
