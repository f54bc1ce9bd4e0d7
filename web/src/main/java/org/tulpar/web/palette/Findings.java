package org.tulpar.web.palette;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tulpar.catalog.order.OrderFilter;
import org.tulpar.catalog.order.OrderList;
import org.tulpar.catalog.partner.PartnerBook;
import org.tulpar.catalog.partner.PartnerFilter;
import org.tulpar.catalog.product.ProductFilter;
import org.tulpar.catalog.product.ProductList;
import org.tulpar.client.company.CompanyBook;
import org.tulpar.client.company.CompanyFilter;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.list.ClientList;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxRow;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.deal.Board;
import org.tulpar.web.catalog.OrderTile;
import org.tulpar.web.client.ClientLine;
import org.tulpar.web.conversation.Correspondent;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.deal.Price;
import org.tulpar.web.security.CurrentUser;
import org.tulpar.web.shell.NavigationBacking;
import org.tulpar.web.shell.Section;

/** Looks a word up in everything that a person may open: one statement a section that has lists. */
@RequestScoped
public class Findings {

  /** Of each kind: more than a handful is a list, and lists have pages. */
  static final int MOST = 5;

  @Inject private Inbox inbox;
  @Inject private Board board;
  @Inject private ClientList clients;
  @Inject private CompanyBook companies;
  @Inject private OrderList orders;
  @Inject private ProductList products;
  @Inject private PartnerBook partners;
  @Inject private Readers readers;
  @Inject private CurrentUser me;
  @Inject private NavigationBacking navigation;

  public List<Finding> of(String words) {
    var reader = readers.reader();
    var found = navigation.getEntries().stream().flatMap(section -> within(section, words, reader));
    return Stream.concat(places(words, reader), found).toList();
  }

  private Stream<Finding> places(String words, Reader reader) {
    return Place.of(navigation.getEntries(), me.required().role()).stream()
        .filter(place -> place.isCalled(words))
        .limit(MOST)
        .map(place -> Finding.of(place.icon(), reader.word(place.key()), "", "", place.address()));
  }

  private Stream<Finding> within(Section section, String words, Reader reader) {
    return switch (section) {
      case INBOX -> conversations(words, reader);
      case DEALS -> deals(words, reader);
      case CLIENTS -> clients(words, reader);
      case COMPANIES -> companies(words);
      case ORDERS -> orders(words, reader);
      case PRODUCTS -> products(words);
      case PARTNERS -> partners(words);
      case DASHBOARD, LEDGER, CHANNELS, DEADLETTERS, SETTINGS, CONSOLE -> Stream.empty();
    };
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

  private Stream<Finding> companies(String words) {
    return companies.few(CompanyFilter.of(Map.of("q", words)::get), MOST).stream()
        .map(one -> Finding.of("firm", one.name(), "", "", "/companies/" + one.id()));
  }

  private Stream<Finding> orders(String words, Reader reader) {
    return orders.few(OrderFilter.of(Map.of("q", words)::get), MOST).stream()
        .map(row -> OrderTile.of(row, reader))
        .map(
            order ->
                Finding.of(
                    "cart",
                    reader.word("order.number", order.number()),
                    order.client() + " · " + order.status(),
                    order.when(),
                    "/orders/" + order.id()));
  }

  private Stream<Finding> products(String words) {
    return products.few(ProductFilter.of(Map.of("q", words)::get), MOST).stream()
        .map(one -> Finding.of("box", one.name(), one.code(), "", "/products/" + one.id()));
  }

  private Stream<Finding> partners(String words) {
    return partners.few(PartnerFilter.of(Map.of("q", words)::get), MOST).stream()
        .map(one -> Finding.of("link", one.name(), "", "", "/partners/" + one.id()));
  }
}
