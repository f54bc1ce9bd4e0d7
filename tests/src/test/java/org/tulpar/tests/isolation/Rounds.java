package org.tulpar.tests.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.tulpar.client.ClientFile;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxRow;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.tenant.Organizations;
import org.tulpar.tenant.TenantScope;

/**
 * Many threads that work for one organization and for the other in turn, and sometimes for none. A
 * third of the rounds writes and fails.
 */
@ApplicationScoped
public class Rounds {

  private static final int THREADS = 16;
  private static final int ROUNDS = 250;

  @Inject private TwoOrganizations organizations;
  @Inject private Connections connections;
  @Inject private Inbox inbox;
  @Inject private Transcript transcript;
  @Inject private Failures failures;
  @Inject private ClientFile clients;
  @Inject private Organizations names;
  @Resource private ManagedThreadFactory threads;

  /** Throws what the first failed round of a thread has thrown. */
  public void run() throws Exception {
    try (var executor = Executors.newFixedThreadPool(THREADS, threads)) {
      var work = Collections.<Callable<Void>>nCopies(THREADS, this::inTurn);
      for (var done : executor.invokeAll(work)) {
        done.get();
      }
    }
  }

  private Void inTurn() throws Exception {
    var dice = new Random(ThreadLocalRandom.current().nextLong());
    for (int i = 0; i < ROUNDS; i++) {
      var own = organizations.any(dice);
      var foreign = organizations.otherThan(own);
      switch (dice.nextInt(6)) {
        case 0 -> forNobody(own);
        case 1 -> TenantScope.within(own.id(), () -> refused(own, foreign));
        case 2 -> TenantScope.within(own.id(), () -> broken(own));
        default -> TenantScope.within(own.id(), () -> reading(own, foreign));
      }
    }
    return null;
  }

  private void forNobody(Company somebody) throws SQLException {
    assertThat(clients.card(somebody.client())).isEmpty();
    assertThat(connections.seen(1)).containsExactly(Connections.NOTHING);
  }

  private void reading(Company own, Company foreign) {
    assertThat(names.name()).isEqualTo(own.name());
    assertThat(inbox.page(InboxFilter.of(InboxTab.ALL), own.user(), null).rows())
        .extracting(InboxRow::id)
        .containsExactly(own.conversation());
    assertThat(transcript.page(own.conversation(), null).lines()).hasSize(1);
    assertThat(transcript.head(foreign.conversation())).isEmpty();
    assertThat(clients.card(own.client())).isPresent();
    assertThat(clients.card(foreign.client())).isEmpty();
  }

  private void refused(Company own, Company foreign) {
    assertThatThrownBy(() -> failures.refused(own, foreign))
        .isInstanceOf(ConversationUnknown.class);
  }

  private void broken(Company own) {
    assertThatThrownBy(() -> failures.broken(own)).hasStackTraceContaining("division by zero");
  }
}
