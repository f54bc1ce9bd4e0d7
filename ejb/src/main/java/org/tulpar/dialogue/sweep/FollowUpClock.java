package org.tulpar.dialogue.sweep;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tulpar.conversation.followup.FollowUpSending;
import org.tulpar.dialogue.flow.Hands;
import org.tulpar.dialogue.flow.Rounds;
import org.tulpar.dialogue.flow.Workers;
import org.tulpar.tenant.TenantScope;

/**
 * Every few seconds takes as many planned messages as there are hands free. A hand of its own each:
 * one that waits for its translation holds up no other.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FollowUpClock {

  private static final long EVERY_SECONDS = 3;
  private static final int HANDS = 16;
  private static final int OF_ONE = 4;

  /** Longer than the slowest engine takes. */
  private static final Duration HOLD = Duration.ofMinutes(3);

  @Inject private DueFollowUps due;
  @Inject private FollowUpSending sending;
  @Resource private ManagedScheduledExecutorService scheduler;

  @Resource(lookup = Workers.GATEWAY)
  private ManagedExecutorService workers;

  private ScheduledFuture<?> ticking;

  @PostConstruct
  void start() {
    var rounds =
        new Rounds<>(
            "planned message",
            DueFollowUps.Claimed::id,
            new Hands(HANDS, workers),
            free -> due.claim(free, OF_ONE, HOLD),
            this::work);
    ticking =
        scheduler.scheduleWithFixedDelay(
            rounds::next, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }

  private void work(DueFollowUps.Claimed one) {
    TenantScope.within(one.organization(), () -> sending.send(one.id(), one.attempts()));
  }
}
