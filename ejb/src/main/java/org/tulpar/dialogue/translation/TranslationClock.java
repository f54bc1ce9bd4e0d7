package org.tulpar.dialogue.translation;

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
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tulpar.dialogue.flow.Hands;
import org.tulpar.dialogue.flow.Rounds;
import org.tulpar.dialogue.flow.Workers;

/** Four times a second takes as many jobs as there are hands free, few of one organization. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TranslationClock {

  private static final System.Logger LOG = System.getLogger(TranslationClock.class.getName());
  private static final long EVERY_MILLIS = 250;
  private static final long FORGET_MINUTES = 60;
  private static final int HANDS = 64;
  private static final int OF_ONE = 4;

  @Inject private TranslationDesk desk;
  @Resource private ManagedScheduledExecutorService scheduler;

  @Resource(lookup = Workers.GATEWAY)
  private ManagedExecutorService workers;

  private ScheduledFuture<?> ticking;
  private ScheduledFuture<?> forgetting;

  @PostConstruct
  void start() {
    var rounds =
        new Rounds<>(
            "translation of message",
            TranslationJob::message,
            new Hands(HANDS, workers),
            free -> desk.claim(free, OF_ONE),
            desk::work);
    ticking =
        scheduler.scheduleWithFixedDelay(
            rounds::next, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    forgetting =
        scheduler.scheduleWithFixedDelay(
            this::forget, FORGET_MINUTES, FORGET_MINUTES, TimeUnit.MINUTES);
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
    forgetting.cancel(false);
  }

  private void forget() {
    try {
      desk.forget();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "old translations were not thrown away; the next round comes", e);
    }
  }
}
