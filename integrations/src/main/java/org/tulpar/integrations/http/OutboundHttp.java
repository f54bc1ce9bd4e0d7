package org.tulpar.integrations.http;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** Owns the connections to the outside: opened with the application, closed with it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboundHttp {

  @Inject private Clock clock;
  @Resource private ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> cutting;
  private OutboundClient guarded;
  private OutboundClient strict;
  private OutboundClient trusted;

  @PostConstruct
  void open() {
    var cuts = new Cuts();
    var settings = OutboundSettings.from(ConfigProvider.getConfig());
    guarded = OutboundClient.guarded(settings, clock, cuts);
    strict = OutboundClient.guarded(settings.publicOnly(), clock, cuts);
    trusted = OutboundClient.trusted(settings, clock, cuts);
    cutting = scheduler.scheduleWithFixedDelay(cuts, 1, 1, TimeUnit.SECONDS);
  }

  /** For addresses that an organization chose: a gateway's URL. */
  public OutboundClient guarded() {
    return guarded;
  }

  /** For addresses that any person may name, whatever gateways may do: public ones only. */
  public OutboundClient strict() {
    return strict;
  }

  /** For addresses from the operator's own configuration: the language model's. */
  public OutboundClient trusted() {
    return trusted;
  }

  @PreDestroy
  void close() {
    cutting.cancel(false);
    guarded.close();
    strict.close();
    trusted.close();
  }
}
