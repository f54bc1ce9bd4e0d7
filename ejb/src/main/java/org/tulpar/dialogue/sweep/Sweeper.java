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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tulpar.conversation.ReplyQueued;
import org.tulpar.conversation.Takeover;
import org.tulpar.conversation.begin.Beginning;
import org.tulpar.conversation.desk.Desk;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.outbound.Delivery;
import org.tulpar.dialogue.outbound.Inquiry;
import org.tulpar.tenant.TenantScope;

/**
 * The pipeline's clock: wakes what has become due, which is every glued turn and every next try,
 * and whatever a queue has lost. It only wakes; it works nothing off itself.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweeper {

  private static final System.Logger LOG = System.getLogger(Sweeper.class.getName());
  private static final long EVERY_MILLIS = 250;
  private static final long INQUIRY_SECONDS = 2;
  private static final long RETURN_SECONDS = 30;
  private static final int MOST_RETURNS = 100;
  private static final long SNOOZE_SECONDS = 5;
  private static final int MOST_WOKEN = 500;
  private static final int MOST_TAKEN_AWAY = 100;

  @Inject private DueLanes dueLanes;
  @Inject private Delivery delivery;
  @Inject private Inquiry inquiry;
  @Inject private ReturningOrganizations returningOrganizations;
  @Inject private Takeover takeover;
  @Inject private DueOrganizations dueOrganizations;
  @Inject private Desk desk;
  @Inject private Beginning beginning;
  @Inject private InboundQueue inbound;
  @Inject private TurnQueue turns;
  @Inject private OutboundQueue outbound;
  @Resource private ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> sweeping;
  private ScheduledFuture<?> inquiring;
  private ScheduledFuture<?> returning;
  private ScheduledFuture<?> waking;

  @PostConstruct
  void start() {
    sweeping =
        scheduler.scheduleWithFixedDelay(
            () -> guarded(this::sweep), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    inquiring =
        scheduler.scheduleWithFixedDelay(
            () -> guarded(this::inquire), INQUIRY_SECONDS, INQUIRY_SECONDS, TimeUnit.SECONDS);
    returning =
        scheduler.scheduleWithFixedDelay(
            this::tidy, RETURN_SECONDS, RETURN_SECONDS, TimeUnit.SECONDS);
    waking =
        scheduler.scheduleWithFixedDelay(
            () -> guarded(this::wakeSnoozed), SNOOZE_SECONDS, SNOOZE_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    sweeping.cancel(false);
    inquiring.cancel(false);
    returning.cancel(false);
    waking.cancel(false);
  }

  /** A manager's answer does not wait for the next sweep. */
  public void replyQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReplyQueued reply) {
    outbound.wake(reply.lane());
  }

  private void sweep() throws SQLException {
    for (var due : dueLanes.all()) {
      switch (due.stage()) {
        case INBOUND -> inbound.wake(due.lane());
        case TURN -> turns.wake(due.lane());
        case OUTBOUND -> outbound.wake(due.lane());
      }
    }
  }

  private void inquire() throws SQLException {
    delivery.settleAgain();
    inquiry.run();
  }

  /** What was begun and left is gone before it could be the bot's. */
  private void tidy() {
    guarded(this::takeAwayBegun);
    guarded(this::returnSilent);
  }

  private void takeAwayBegun() throws SQLException {
    for (var organization : dueOrganizations.withBegun()) {
      TenantScope.within(organization, () -> beginning.takeAway(MOST_TAKEN_AWAY));
    }
  }

  private void returnSilent() throws SQLException {
    for (var organization : returningOrganizations.all()) {
      TenantScope.within(organization, () -> takeover.returnSilent(MOST_RETURNS));
    }
  }

  private void wakeSnoozed() throws SQLException {
    for (var organization : dueOrganizations.withSnoozed()) {
      TenantScope.within(organization, () -> desk.wakeDue(MOST_WOKEN));
    }
  }

  private interface Round {
    void run() throws SQLException;
  }

  /** A periodic task that throws is never run again; the next round is the retry. */
  private void guarded(Round round) {
    try {
      round.run();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "a sweep of the pipeline failed; the next one comes", e);
    }
  }
}
