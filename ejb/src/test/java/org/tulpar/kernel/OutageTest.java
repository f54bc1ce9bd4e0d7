package org.tulpar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void aDatabaseThatIsNotThereIsToldFromOneThatRefuses() {
    assertThat(Outage.isBehind(failure("08006"))).isTrue();
    assertThat(Outage.isBehind(failure("57P01"))).isTrue();
    assertThat(Outage.isBehind(failure(null))).isTrue();
    assertThat(Outage.isBehind(failure("23505"))).isFalse();
    assertThat(Outage.isBehind(new IllegalStateException("of another kind"))).isFalse();
  }

  /** As the server tells of a connection that ended in the middle of a transaction. */
  @Test
  void aTransactionThatCouldNotEndIsNoneThatIsTriedAgain() {
    var lost = new XAException("LocalTransactionException: terminating connection");
    assertThat(Outage.isAround(new IllegalStateException("outside", lost))).isTrue();
    assertThat(Outage.isBehind(new IllegalStateException("outside", lost))).isFalse();
    assertThat(Outage.isAround(failure("57P01"))).isTrue();
    assertThat(Outage.isAround(failure("23505"))).isFalse();
  }

  private static Throwable failure(String state) {
    return new IllegalStateException("outside", new SQLException("inside", state));
  }
}
