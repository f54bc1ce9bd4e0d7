package org.tulpar.web.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tulpar.conversation.followup.FollowUp;
import org.tulpar.conversation.followup.FollowUpStatus;
import org.tulpar.web.conversation.Reader;

class FollowUpLineTest {

  private static final Instant NOON = Instant.parse("2026-01-05T06:00:00Z");
  private static final Reader READER =
      new Reader(1, Locale.of("ru"), ZoneId.of("UTC+6"), NOON.plusSeconds(60));

  @Test
  void itTellsWhenAndWhoAndOnWhichCondition() {
    var mine = line(1, true, FollowUpStatus.PLANNED, null);
    assertThat(mine.when()).isEqualTo("12:00");
    assertThat(mine.text()).isEqualTo("Доброе утро");
    assertThat(mine.about()).isEqualTo("Вы, если клиент промолчит");
    assertThat(mine.planned()).isTrue();
    assertThat(line(2, false, FollowUpStatus.PLANNED, null).about()).isEqualTo("Айбек");
  }

  @Test
  void itTellsWhyItWasNotSent() {
    var skipped = line(1, true, FollowUpStatus.SKIPPED, "answered");
    assertThat(skipped.about()).isEqualTo("Не отправлено: клиент уже написал");
    assertThat(skipped.planned()).isFalse();
    assertThat(skipped.failed()).isFalse();
    assertThat(line(1, true, FollowUpStatus.FAILED, "channel_gone").failed()).isTrue();
  }

  private static FollowUpLine line(
      long planner, boolean onlyIfSilent, FollowUpStatus status, String reason) {
    var one =
        new FollowUp(
            7, planner, "Айбек", "Доброе утро\nЕщё думаете?", NOON, onlyIfSilent, status, reason);
    return FollowUpLine.of(one, READER);
  }
}
