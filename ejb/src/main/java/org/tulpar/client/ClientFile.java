package org.tulpar.client;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Opens a client's card. */
@Stateless
public class ClientFile {

  @Inject private Clients clients;

  /** The card, or nothing when the organization in scope has no such client. */
  public Optional<ClientCard> card(long clientId) {
    return clients.byId(clientId).map(Client::card);
  }
}
