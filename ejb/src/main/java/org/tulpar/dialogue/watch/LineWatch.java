package org.tulpar.dialogue.watch;

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
import org.tulpar.dialogue.flow.Workers;
import org.tulpar.dialogue.watch.DueWatches.Due;

/**
 * The clock of the watch. It only hands out: each line is looked at on a thread of its own, because
 * a hung gateway must not hold up the others.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LineWatch {

  private static final System.Logger LOG = System.getLogger(LineWatch.class.getName());
  private static final int MOST = 32;
  private static final long EVERY_SECONDS = 2;

  @Inject private DueWatches watches;
  @Inject private LineLook look;
  @Resource private ManagedScheduledExecutorService scheduler;

  @Resource(lookup = Workers.GATEWAY)
  private ManagedExecutorService threads;

  private ScheduledFuture<?> watching;

  @PostConstruct
  void start() {
    watching =
        scheduler.scheduleWithFixedDelay(
            this::watch, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    watching.cancel(false);
  }

  /** A round that fails costs the lines it had claimed a minute. */
  private void watch() {
    try {
      for (var due : watches.claim(MOST)) {
        threads.execute(() -> guarded(due));
      }
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "no line was looked at; the next round comes", e);
    }
  }

  private void guarded(Due due) {
    try {
      look.at(due.organization(), due.channel(), due.type());
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "a look at channel " + due.channel() + " broke off", e);
    }
  }
}
