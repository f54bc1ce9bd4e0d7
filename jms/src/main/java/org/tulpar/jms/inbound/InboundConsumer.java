package org.tulpar.jms.inbound;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Works off the ledger of the lanes that were woken. As many sessions as there are lanes. */
@MessageDriven(
    name = "InboundConsumer",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = JmsInboundQueue.NAME),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8"),
      @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
      // A broker that was away finds its consumers again.
      @ActivationConfigProperty(propertyName = "reconnectAttempts", propertyValue = "-1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboundConsumer implements MessageListener {

  @Inject private JmsInboundQueue queue;

  @Override
  public void onMessage(Message wakeUp) {
    queue.arrived(wakeUp);
  }
}
