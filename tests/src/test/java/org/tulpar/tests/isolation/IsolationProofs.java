package org.tulpar.tests.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.ClientFile;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.Takeover;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxRow;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.tenant.Organizations;
import org.tulpar.tenant.TenantScope;

/** Each organization sees its own, nobody sees nothing, and no failure changes that. */
abstract class IsolationProofs {

  private static final long UNKNOWN = Long.MAX_VALUE;

  @Inject private TwoOrganizations organizations;
  @Inject private Connections connections;
  @Inject private Rounds rounds;
  @Inject private Inbox inbox;
  @Inject private Transcript transcript;
  @Inject private Takeover takeover;
  @Inject private ManagerReply reply;
  @Inject private ClientFile clients;
  @Inject private Failures failures;
  @Inject private Organizations names;

  private Company own;
  private Company foreign;

  @BeforeEach
  void two() {
    own = organizations.first();
    foreign = organizations.second();
  }

  /** How many connections of the pool are looked at together. */
  abstract int connections();

  @Test
  void withoutAnOrganizationThereIsNothing() {
    withoutOrganization(() -> inbox.page(InboxFilter.of(InboxTab.ALL), own.user(), null));
    withoutOrganization(() -> inbox.counts(own.user()));
    withoutOrganization(() -> transcript.head(own.conversation()));
    withoutOrganization(() -> transcript.page(own.conversation(), null));
    withoutOrganization(() -> names.name());
    assertThat(clients.card(own.client())).isEmpty();
    refused(() -> takeover.takeOver(own.conversation(), own.user()));
    refused(() -> reply.send(own.conversation(), own.user(), "Hello", UUID.randomUUID()));
  }

  @Test
  void anOrganizationSeesItsOwn() {
    for (var company : List.of(own, foreign)) {
      TenantScope.within(company.id(), () -> seesItsOwn(company));
    }
  }

  private void seesItsOwn(Company company) {
    assertThat(names.name()).isEqualTo(company.name());
    assertThat(inbox.page(InboxFilter.of(InboxTab.ALL), company.user(), null).rows())
        .extracting(InboxRow::id)
        .containsExactly(company.conversation());
    assertThat(inbox.counts(company.user()).bot()).isEqualTo(1);
    assertThat(transcript.head(company.conversation())).isPresent();
    assertThat(transcript.page(company.conversation(), null).lines()).hasSize(1);
    assertThat(clients.card(company.client())).isPresent();
    takeover.heartbeat(company.conversation(), company.user());
  }

  @Test
  void aForeignConversationIsAsUnknownAsOneThatNeverWas() {
    for (long id : new long[] {foreign.conversation(), UNKNOWN}) {
      TenantScope.within(own.id(), () -> unknownConversation(id));
    }
  }

  private void unknownConversation(long id) {
    assertThat(inbox.among(InboxFilter.of(InboxTab.ALL), own.user(), List.of(id))).isEmpty();
    assertThat(transcript.head(id)).isEmpty();
    assertThat(transcript.page(id, null).lines()).isEmpty();
    refused(() -> takeover.takeOver(id, own.user()));
    refused(() -> takeover.returnToBot(id, own.user()));
    refused(() -> takeover.heartbeat(id, own.user()));
    refused(() -> takeover.markRead(id));
    refused(() -> reply.send(id, own.user(), "Hello", UUID.randomUUID()));
  }

  @Test
  void aForeignClientIsAsUnknownAsOneWhoNeverWas() {
    for (long id : new long[] {foreign.client(), UNKNOWN}) {
      assertThat(TenantScope.within(own.id(), () -> clients.card(id))).isEmpty();
    }
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

  @Test
  void manyThreadsAndManyFailuresChangeNothing() throws Exception {
    rounds.run();
    assertThat(connections.seen(connections()))
        .isEqualTo(Collections.nCopies(connections(), Connections.NOTHING));
    anOrganizationSeesItsOwn();
  }

  Connections pool() {
    return connections;
  }

  Company own() {
    return own;
  }

  Company foreign() {
    return foreign;
  }

  private static void withoutOrganization(ThrowingCallable question) {
    assertThatThrownBy(question).hasStackTraceContaining("no organization in scope");
  }

  private static void refused(ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(ConversationUnknown.class);
  }
}
