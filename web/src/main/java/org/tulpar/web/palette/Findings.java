package org.tulpar.web.palette;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tulpar.catalog.product.ProductFilter;
import org.tulpar.catalog.product.ProductList;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.list.ClientList;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxRow;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.deal.Board;
import org.tulpar.web.client.ClientLine;
import org.tulpar.web.conversation.Correspondent;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.deal.Price;

/** Looks a word up in everything that a person works with: one statement a kind. */
@RequestScoped
public class Findings {

  /** Of each kind: more than a handful is a list, and lists have pages. */
  static final int MOST = 5;

  @Inject private Inbox inbox;
  @Inject private ClientList clients;
  @Inject private Board board;
  @Inject private ProductList products;
  @Inject private Readers readers;

  public List<Finding> of(String words) {
    var reader = readers.reader();
    return Stream.of(
            conversations(words, reader),
            clients(words, reader),
            deals(words, reader),
            products(words))
        .flatMap(found -> found)
        .toList();
  }

  private Stream<Finding> conversations(String words, Reader reader) {
    var filter = InboxFilter.of(Map.of("q", words)::get, InboxTab.ALL);
    return inbox.first(filter, reader.userId(), MOST).stream()
        .map(row -> conversation(row, reader));
  }

  private static Finding conversation(InboxRow row, Reader reader) {
    var client = Correspondent.of(row.clientName(), row.phone(), row.address(), row.channelType());
    var last = row.last();
    var said = row.beside().found() == null && last != null ? last.text() : row.beside().found();
    return new Finding(
        "chat",
        client.name(),
        said,
        reader.when(last == null ? row.sortedAt() : last.at()),
        "/inbox/" + row.id(),
        row.id());
  }

  private Stream<Finding> clients(String words, Reader reader) {
    return clients.few(ClientFilter.of(Map.of("q", words)::get), MOST).stream()
        .map(row -> ClientLine.of(row, reader))
        .map(line -> Finding.of("user", line.name(), line.company(), "", "/clients/" + line.id()));
  }

  private Stream<Finding> deals(String words, Reader reader) {
    return board.found(words, MOST).stream()
        .map(
            deal ->
                Finding.of(
                    "board",
                    deal.title(),
                    deal.client() == null ? deal.stage() : deal.client() + " · " + deal.stage(),
                    deal.amount() == null
                        ? ""
                        : Price.of(deal.amount(), deal.currency(), reader.locale()),
                    "/deals?p=" + deal.pipelineId() + "#" + deal.id()));
  }

  private Stream<Finding> products(String words) {
    return products.few(ProductFilter.of(Map.of("q", words)::get), MOST).stream()
        .map(one -> Finding.of("box", one.name(), one.code(), "", "/products/" + one.id()));
  }
}
