package org.tulpar.jms.event;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.tulpar.jms.Work;

/** Tells this node's pages what changed, on whichever node it did. */
@MessageDriven(
    name = "NewsConsumer",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = NewsPublisher.TOPIC),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1"),
      @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
      // A broker that was away finds its consumers again.
      @ActivationConfigProperty(propertyName = "reconnectAttempts", propertyValue = "-1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NewsConsumer implements MessageListener {

  @Inject private Event<Object> pages;

  @Override
  public void onMessage(Message message) {
    Work.of(() -> message.getBody(String.class)).lines().map(NewsLine::read).forEach(pages::fire);
  }
}
