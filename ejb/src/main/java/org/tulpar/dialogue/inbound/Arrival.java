package org.tulpar.dialogue.inbound;

import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.tenant.OrganizationId;

/**
 * A message of a batch, with the ids its rows get if they are new.
 *
 * @param past told from the provider's history: it wakes nobody
 */
record Arrival(
    LedgerEvent event,
    MessageArrived message,
    boolean past,
    Person person,
    long conversation,
    long id) {

  OrganizationId organization() {
    return event.organization();
  }

  String author() {
    return message.byOwner() ? "MANAGER" : "CLIENT";
  }
}
