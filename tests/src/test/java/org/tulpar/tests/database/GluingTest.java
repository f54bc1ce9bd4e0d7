package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * When the bot may answer: five seconds after the last message, a minute after the first at the
 * latest.
 */
class GluingTest {

  private static final String JID = "77010000001@s.whatsapp.net";

  @Test
  void aTurnIsDueFiveSecondsAfterTheLastMessage() throws SQLException {
    var pipeline = Pipeline.ofNewOrganization(5);
    pipeline.apply(Incoming.from(JID, "M-1", "first"));
    assertThat(dueAfterFirst(pipeline)).isEqualTo("5");
    assertThat(pipeline.turns.claim(Pipeline.WORKER, "1 minute")).isEmpty();
    sinceFirst(pipeline, "20 seconds");
    pipeline.apply(Incoming.from(JID, "M-2", "second"));
    assertThat(dueAfterFirst(pipeline)).isEqualTo("25");
  }

  @Test
  void aTurnIsDueAMinuteAfterTheFirstMessageAtTheLatest() throws SQLException {
    var pipeline = Pipeline.ofNewOrganization(5);
    pipeline.apply(Incoming.from(JID, "M-1", "first"));
    sinceFirst(pipeline, "58 seconds");
    pipeline.apply(Incoming.from(JID, "M-2", "still typing"));
    assertThat(dueAfterFirst(pipeline)).isEqualTo("60");
  }

  @Test
  void messagesThatJoinTheTurnMakeItOneQuestion() throws SQLException {
    var pipeline = Pipeline.ofNewOrganization(5);
    pipeline.apply(Incoming.from(JID, "M-1", "first"));
    pipeline.apply(Incoming.from(JID, "M-2", "second"));
    assertThat(pipeline.look("select count(*) from turn where organization_id = ?")).isEqualTo("1");
    assertThat(pipeline.look("select revision from turn where organization_id = ?")).isEqualTo("1");
  }

  private static void sinceFirst(Pipeline pipeline, String time) throws SQLException {
    pipeline.prepare(
        "update turn set first_at = now() - ?::interval where organization_id = ?",
        time,
        pipeline.organization);
  }

  private static String dueAfterFirst(Pipeline pipeline) throws SQLException {
    return pipeline.look(
        "select round(extract(epoch from due_at - first_at)) from turn where organization_id = ?");
  }
}
