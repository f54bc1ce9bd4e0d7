package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whom a transaction of the pipeline serves: the organizations of its list, nobody else, and nobody
 * after its end.
 */
class BatchScopeTest {

  @RegisterExtension final Twins twins = new Twins();

  @Test
  void aBatchSeesItsOwnAndNobodyElse() throws SQLException {
    twins.arrive("M-1", 10, 20, 30, "CLIENT");
    twins.enter();
    assertThat(
            twins.value("select count(*) || ' ' || count(distinct organization_id) from message"))
        .isEqualTo("2 2");
    try (var statement = twins.connection().createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "update conversation set unread = 99 where organization_id = '%s'"
                      .formatted(twins.stranger().organization)))
          .isZero();
    }
  }

  @Test
  void theListEndsWithItsTransaction() throws SQLException {
    twins.arrive("M-1", 10, 20, 30, "CLIENT");
    assertThat(seen()).as("after the commit of a function").isEqualTo("0");
    twins.enter();
    twins.connection().rollback();
    assertThat(seen()).as("after a rollback").isEqualTo("0");
    twins.enter();
    assertThatThrownBy(() -> twins.value("select 1 / 0")).hasMessageContaining("division by zero");
    twins.connection().rollback();
    assertThat(seen()).as("after a failure").isEqualTo("0");
    twins.connection().rollback();
    twins.connection().setAutoCommit(true);
    twins.enter();
    assertThat(seen()).as("of a statement of its own").isEqualTo("0");
  }

  @Test
  void whoEntersAgainLeavesTheOthers() throws SQLException {
    twins.arrive("M-1", 10, 20, 30, "CLIENT");
    twins.enter();
    twins.value("select enter('{%s}')".formatted(twins.last().organization));
    assertThat(twins.value("select string_agg(organization_id::text, ',') from message"))
        .isEqualTo(twins.last().organization.toString());
    twins.value("select enter('{}')");
    assertThat(seen()).as("of an empty list").isEqualTo("0");
    twins.value("select enter('{null}')");
    assertThat(seen()).as("of nobody").isEqualTo("0");
  }

  @Test
  void aRowOfOneThatNamesARowOfTheOtherIsRefused() throws SQLException {
    twins.last().apply(Incoming.from(Twins.JID, "M-1", "words"));
    var theirs = twins.last().look("select conversation_id from message where organization_id = ?");
    twins.enter();
    assertThatThrownBy(
            () ->
                twins.value(
                    """
                    insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, occurred_at)
                    values ('%s', 1, %s, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', now()) returning id"""
                        .formatted(twins.first().organization, theirs)))
        .hasMessageContaining("violates foreign key constraint");
  }

  @Test
  void aWorkerThatStallsLosesItsLanes() throws SQLException {
    assertThat(twins.value("select current_setting('idle_in_transaction_session_timeout')"))
        .isEqualTo("30s");
  }

  private String seen() throws SQLException {
    return twins.value("select count(*) from message");
  }
}
