package org.tulpar.jms.event;

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
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tulpar.jms.Broker;

/**
 * Publishes which conversations and channels changed: gathered for a tenth of a second, each once,
 * so that a burst costs the pages ten messages a second and not thousands.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NewsPublisher {

  static final String TOPIC = "tulpar.news";

  private static final System.Logger LOG = System.getLogger(NewsPublisher.class.getName());
  private static final long EVERY_MILLIS = 100;

  @Resource(lookup = Broker.CONNECTIONS)
  private ConnectionFactory connections;

  @Resource private ManagedScheduledExecutorService scheduler;

  @Inject private GatheredNews gathered;

  private ScheduledFuture<?> publishing;

  @PostConstruct
  void start() {
    publishing =
        scheduler.scheduleWithFixedDelay(
            this::publish, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    publishing.cancel(false);
  }

  private void publish() {
    var news = gathered.all();
    if (news.isEmpty()) {
      return;
    }
    try (var context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .send(context.createTopic(TOPIC), String.join("\n", news));
      gathered.remove(news);
    } catch (JMSRuntimeException e) {
      LOG.log(Level.WARNING, "the broker did not take the news; they wait for the next round", e);
    }
  }
}
