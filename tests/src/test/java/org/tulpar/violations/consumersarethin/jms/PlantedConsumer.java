package org.tulpar.violations.consumersarethin.jms;

import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

@MessageDriven
class PlantedConsumer implements MessageListener {

  private String last;

  @Override
  public void onMessage(Message message) {
    try {
      last = message.getJMSMessageID();
    } catch (JMSException e) {
      last = null;
    }
  }

  String last() {
    return last;
  }
}
