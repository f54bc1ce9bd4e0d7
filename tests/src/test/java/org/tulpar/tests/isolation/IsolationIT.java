package org.tulpar.tests.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.Takeover;
import org.tulpar.conversation.Transcript;
import org.tulpar.tenant.TenantScope;

/**
 * On the data source as it is delivered. What writes by objects and by SQL in one transaction is
 * shown here only: the server lends such a transaction a second place in the pool.
 */
@ExtendWith(FromOutside.class)
@ArquillianTest
class IsolationIT extends IsolationProofs {

  /** As many as there were threads: each of them may have left something on its own. */
  private static final int CONNECTIONS = 16;

  @Inject private Takeover takeover;
  @Inject private Transcript transcript;
  @Inject private Failures failures;

  @Deployment
  public static EnterpriseArchive ear() {
    return ProofArchive.asDelivered(IsolationIT.class);
  }

  @Override
  int connections() {
    return CONNECTIONS;
  }

  @Test
  void aForeignPersonTakesNothingOver() {
    TenantScope.within(
        own().id(),
        () ->
            assertThatThrownBy(() -> takeover.takeOver(own().conversation(), foreign().user()))
                .hasStackTraceContaining("violates foreign key constraint"));
  }

  @Test
  void aReplyThatFailsWasNeverSaid() {
    TenantScope.within(
        own().id(),
        () -> {
          assertThatThrownBy(() -> failures.unsaid(own(), foreign()))
              .isInstanceOf(ConversationUnknown.class);
          assertThat(transcript.page(own().conversation(), null).lines()).hasSize(1);
        });
  }
}
