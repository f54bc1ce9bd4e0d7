package org.tulpar.tests.isolation;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the data source as it is delivered. */
@Order(Integer.MAX_VALUE)
@ExtendWith(FromOutside.class)
@ArquillianTest
class IsolationIT extends IsolationProofs {

  /** As many as there were threads: each of them may have left something on its own. */
  private static final int CONNECTIONS = 16;

  @Deployment
  public static EnterpriseArchive ear() {
    return ProofArchive.asDelivered(IsolationIT.class);
  }

  @Override
  int connections() {
    return CONNECTIONS;
  }
}
