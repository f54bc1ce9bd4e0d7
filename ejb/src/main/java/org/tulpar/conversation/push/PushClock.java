package org.tulpar.conversation.push;

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
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tulpar.conversation.notice.NoticeBoard;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/** Every two seconds, as the pages ask: finds out whom to tell, and hands over to who sends. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PushClock {

  private static final System.Logger LOG = System.getLogger(PushClock.class.getName());
  private static final long EVERY_SECONDS = 2;

  @Inject private PushNews news;
  @Inject private PushStep step;
  @Inject private PushSender sender;
  @Resource private ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> ticking;

  @PostConstruct
  void start() {
    ticking =
        scheduler.scheduleWithFixedDelay(
            this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }

  /** One round; the clock calls it. */
  public void round() {
    news.taken().forEach(this::guarded);
  }

  /** A periodic task that throws is never run again; what changed next is told of again. */
  private void guarded(OrganizationId organization, List<Long> conversations) {
    try {
      TenantScope.within(organization, () -> tell(organization, conversations));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "nobody was told of what changed; the next round comes", e);
    }
  }

  private void tell(OrganizationId organization, List<Long> conversations) {
    for (int i = 0; i < conversations.size(); i += NoticeBoard.MOST) {
      var some = conversations.subList(i, Math.min(i + NoticeBoard.MOST, conversations.size()));
      var pushes = step.claim(some);
      if (pushes.isEmpty()) {
        news.nobody(organization);
        return;
      }
      pushes.get().forEach(sender::send);
    }
  }
}
