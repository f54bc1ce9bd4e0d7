package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.Takeover;
import org.tulpar.conversation.Transcript;

/** What the bot waits with is seen by all, and answered at once when a person wants it. */
class HastenedTurnTest {

  private static final Duration WAITS = Duration.ofMinutes(1);

  @RegisterExtension final Office office = new Office();
  private final Takeover takeover = office.get(Takeover.class);
  private final Transcript transcript = office.get(Transcript.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One").conversation(2, "Two");
    office.change(
        "insert into turn (organization_id, conversation_id, lane, first_at, due_at) values"
            + " (:o, 1, 0, now(), now() + interval '1 minute'), (:o, 2, 0, now(), now() + interval '1 minute')");
  }

  @Test
  void theTurnOfThisConversationIsDue() {
    assertThat(answersAt(1)).isAfter(Instant.now().plus(WAITS.dividedBy(2)));
    hasten(1);
    assertThat(answersAt(1)).isBefore(Instant.now().plus(WAITS.dividedBy(2)));
    assertThat(answersAt(2)).isAfter(Instant.now().plus(WAITS.dividedBy(2)));
    hasten(1);
    assertThat(told()).as("once: the second time nothing changes").isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HUMAN", "WAITING_HUMAN"})
  void whereAPersonHasTheWordNothingIsWaitedForNorHastened(String handler) throws SQLException {
    office.change(
        "update conversation set handler = '%s' where id = 1 and organization_id = :o"
            .formatted(handler));
    assertThat(answersAt(1)).isNull();
    hasten(1);
    assertThat(office.texts("select 1 from turn where conversation_id = 1 and due_at <= now()"))
        .isEmpty();
    assertThat(told()).isZero();
  }

  private void hasten(long conversation) {
    office.run(() -> takeover.hasten(conversation));
  }

  private Instant answersAt(long conversation) {
    return office.within(() -> transcript.head(conversation)).orElseThrow().answersAt();
  }

  private long told() {
    return office.fired().stream().filter(AfterCommit.Pending.class::isInstance).count();
  }
}
