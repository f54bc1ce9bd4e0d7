package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.catalog.order.OrderList;
import org.tulpar.web.conversation.Readers;

/** The latest orders of a client, beside whatever else is shown of her. */
@Named("clientOrders")
@RequestScoped
public class ClientOrdersBacking {

  @Inject private OrderList list;
  @Inject private Readers readers;

  private final Map<Long, List<OrderTile>> known = new HashMap<>();

  public List<OrderTile> of(Long clientId) {
    return clientId == null ? List.of() : known.computeIfAbsent(clientId, this::read);
  }

  private List<OrderTile> read(long clientId) {
    var reader = readers.reader();
    return list.ofClient(clientId).stream().map(row -> OrderTile.of(row, reader)).toList();
  }
}
