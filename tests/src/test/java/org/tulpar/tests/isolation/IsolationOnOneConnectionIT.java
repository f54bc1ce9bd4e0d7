package org.tulpar.tests.isolation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody gets the same connection, and finds on it what the last one has left. */
@Order(Integer.MAX_VALUE)
@ExtendWith(FromOutside.class)
@ArquillianTest
class IsolationOnOneConnectionIT extends IsolationProofs {

  @Deployment
  public static EnterpriseArchive ear() {
    return ProofArchive.withOneConnection(IsolationOnOneConnectionIT.class);
  }

  @Override
  int connections() {
    return 1;
  }

  @Test
  void thereIsNoSecondConnection() {
    assertThatThrownBy(() -> pool().seen(2))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("max-pool-size");
  }
}
