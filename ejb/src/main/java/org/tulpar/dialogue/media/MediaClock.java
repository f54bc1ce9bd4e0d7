package org.tulpar.dialogue.media;

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
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tulpar.dialogue.flow.Hands;
import org.tulpar.dialogue.flow.Rounds;
import org.tulpar.dialogue.flow.Workers;

/** Every half a second takes as many jobs as there are hands free: files are held in memory. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MediaClock {

  private static final long EVERY_MILLIS = 500;
  private static final int HANDS = 4;

  @Inject private MediaCollector collector;
  @Resource private ManagedScheduledExecutorService scheduler;

  @Resource(lookup = Workers.GATEWAY)
  private ManagedExecutorService workers;

  private ScheduledFuture<?> ticking;

  @PostConstruct
  void start() {
    var rounds =
        new Rounds<>(
            "fetching of file",
            MediaJob::file,
            new Hands(HANDS, workers),
            collector::claim,
            this::work);
    ticking =
        scheduler.scheduleWithFixedDelay(
            rounds::next, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }

  private void work(MediaJob job) {
    try {
      collector.work(job);
    } catch (SQLException e) {
      // The claim runs out and the job is taken again.
      throw new IllegalStateException("what became of a file was not stored", e);
    }
  }
}
