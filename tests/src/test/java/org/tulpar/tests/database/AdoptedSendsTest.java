package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose a message is that takes long to be sent, where two nodes send. */
class AdoptedSendsTest {

  private static final String SLOW = "slow/1";
  private static final String OTHER = "other/1";

  private Pipeline pipeline;
  private long message;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    message = pipeline.outbox.queue(5);
    var nothing = new Object[0];
    assertThat(pipeline.outbox.claim(SLOW, 100, nothing, nothing, nothing)).hasSize(1);
    change("update outbox_message set claimed_at = now() - interval '3 minutes'");
  }

  @Test
  void itStaysWithTheNodeThatSendsItWhileThatLives() throws SQLException {
    lives();
    assertThat(adoptedByTheOther()).isEmpty();
  }

  @Test
  void itIsAdoptedFromANodeThatIsNotHeardOfForAMinute() throws SQLException {
    lives();
    change("update outbox_message set claimed_by = 'dead/1'");
    silent("dead/1", "50 seconds");
    assertThat(adoptedByTheOther()).isEmpty();
    silent("dead/1", "70 seconds");
    assertThat(adoptedByTheOther()).hasSize(1);
  }

  @Test
  void itIsAdoptedFromANodeThatDiedBeforeItWasHeardOf() throws SQLException {
    change("update outbox_message set claimed_by = 'never/1'");
    assertThat(adoptedByTheOther()).hasSize(1);
  }

  /** It was sent: whoever comes first may ask what became of it. */
  @Test
  void whatIsUnknownIsAskedForByWhoeverLives() throws SQLException {
    lives();
    change("update outbox_message set unknown_since = claimed_at");
    assertThat(adoptedByTheOther()).hasSize(1);
  }

  @Test
  void theNextStartOfANodeAdoptsWhatItsLastOneHadClaimed() throws SQLException {
    lives();
    assertThat(pipeline.outbox.adopt("slow/2", "slow/%")).hasSize(1);
  }

  /** It still sends the message, and looks after what it may find out. */
  private void lives() throws SQLException {
    assertThat(pipeline.outbox.adopt(SLOW, "slow/%", message)).isEmpty();
  }

  private List<Outbox.Claimed> adoptedByTheOther() throws SQLException {
    return pipeline.outbox.adopt(OTHER, "other/%");
  }

  private void silent(String worker, String since) throws SQLException {
    try (var connection = Database.superuser()) {
      Sql.query(
          connection,
          """
          with s as (
            insert into sender (worker, seen_at) values (?, now() - ?::interval)
              on conflict (worker) do update set seen_at = excluded.seen_at returning 1)
          select count(*) from s
          """,
          row -> 0,
          worker,
          since);
    }
  }

  private void change(String sql) throws SQLException {
    pipeline.prepare(sql + " where organization_id = ?", pipeline.organization);
  }
}
