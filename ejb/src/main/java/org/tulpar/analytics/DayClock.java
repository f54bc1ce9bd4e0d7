package org.tulpar.analytics;

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
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/**
 * Counts every organization's days once an hour, so that whoever opens the dashboard waits for
 * today's last minutes only. Each node does; the organization's row lets one of them through.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DayClock {

  private static final System.Logger LOG = System.getLogger(DayClock.class.getName());
  private static final long FIRST_MINUTES = 2;
  private static final long EVERY_MINUTES = 60;

  @Inject private CountedOrganizations organizations;
  @Inject private Days days;
  @Resource private ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> ticking;

  @PostConstruct
  void start() {
    ticking =
        scheduler.scheduleWithFixedDelay(
            this::tick, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }

  private void tick() {
    for (var organization : found()) {
      count(organization);
    }
  }

  /** A periodic task that throws is never run again; the next round is the retry. */
  private List<OrganizationId> found() {
    try {
      return organizations.all();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "no organization's days were counted; the next round comes", e);
      return List.of();
    }
  }

  /** One organization's trouble is not the next one's; the next round is the retry. */
  private void count(OrganizationId organization) {
    try {
      TenantScope.within(organization, days::count);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the days of " + organization + " were not counted", e);
    }
  }
}
