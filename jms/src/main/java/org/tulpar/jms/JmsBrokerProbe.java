package org.tulpar.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import org.tulpar.operations.BrokerProbe;
import org.tulpar.operations.BrokerUnreachable;

/** Sends a message that nobody reads and that expires at once: whoever takes it works. */
@ApplicationScoped
public class JmsBrokerProbe implements BrokerProbe {

  private static final String QUEUE = "tulpar.probe";
  private static final long EXPIRES_MILLIS = 1;

  @Resource(lookup = Broker.CONNECTIONS)
  private ConnectionFactory connections;

  @Override
  public void check() {
    try (var context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .setTimeToLive(EXPIRES_MILLIS)
          .send(context.createQueue(QUEUE), context.createMessage());
    } catch (JMSRuntimeException e) {
      throw new BrokerUnreachable(e.getMessage(), e);
    }
  }
}
