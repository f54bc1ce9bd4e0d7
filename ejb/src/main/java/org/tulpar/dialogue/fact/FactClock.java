package org.tulpar.dialogue.fact;

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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tulpar.dialogue.flow.Hands;
import org.tulpar.dialogue.flow.Rounds;
import org.tulpar.dialogue.flow.Workers;

/**
 * Every two seconds takes as many conversations as there are hands free, few of one organization.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FactClock {

  private static final long EVERY_SECONDS = 2;
  private static final int HANDS = 16;
  private static final int OF_ONE = 2;

  @Inject private FactDesk desk;
  @Resource private ManagedScheduledExecutorService scheduler;

  @Resource(lookup = Workers.GATEWAY)
  private ManagedExecutorService workers;

  private ScheduledFuture<?> ticking;

  @PostConstruct
  void start() {
    var rounds =
        new Rounds<>(
            "reading of conversation",
            FactJob::conversation,
            new Hands(HANDS, workers),
            free -> desk.claim(free, OF_ONE),
            desk::work);
    ticking =
        scheduler.scheduleWithFixedDelay(
            rounds::next, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }
}
