package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.catalog.order.Wish;
import org.tulpar.catalog.product.ProductCard;
import org.tulpar.catalog.product.ProductFile;
import org.tulpar.catalog.product.ProductList;
import org.tulpar.client.ClientFile;
import org.tulpar.client.ClientProfile;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.list.ClientList;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.client.ClientLine;
import org.tulpar.web.conversation.Readers;

/** For whom and of what an order is: looked up step by step, each step in the address. */
@Named("pick")
@RequestScoped
public class PickBacking {

  private static final int FOUND = 10;

  @Inject private ProductList products;
  @Inject private ProductFile file;
  @Inject private ClientFile clients;
  @Inject private ClientList clientList;
  @Inject private Readers readers;

  private ProductCard product;
  private ClientProfile client;
  private List<Offer> offers;
  private List<ProductLine> found;

  /** Whose order it is to be, or null until that was said. */
  public ClientProfile getClient() {
    if (client == null && number("client") != null) {
      client =
          clients.profile(number("client")).filter(one -> one.mergedInto() == null).orElse(null);
    }
    return client;
  }

  public String getClientName() {
    var profile = getClient();
    if (profile.name() != null) {
      return profile.name();
    }
    return profile.phone() == null
        ? readers.reader().word("client.nameless")
        : "+" + profile.phone();
  }

  /** Clients that may be meant. */
  public List<ClientLine> getClients() {
    if (getSearch().isEmpty()) {
      return List.of();
    }
    var reader = readers.reader();
    var filter = ClientFilter.of(name -> name.equals("q") ? getSearch() : null);
    return clientList.first(filter).rows().stream()
        .limit(FOUND)
        .map(row -> ClientLine.of(row, reader))
        .toList();
  }

  public ProductCard getProduct() {
    if (product == null && number("product") != null) {
      product = file.card(number("product")).orElse(null);
    }
    return product;
  }

  /** Products that may be meant. */
  public List<ProductLine> getFound() {
    if (found == null) {
      var today = file.today();
      var reader = readers.reader();
      found =
          products.offered(getSearch()).stream()
              .map(row -> ProductLine.of(row, today, reader))
              .toList();
    }
    return found;
  }

  /** What may be ordered of the product. */
  public List<Offer> getOffers() {
    if (offers == null) {
      offers = Offer.of(getProduct(), file.today(), readers.reader());
    }
    return offers;
  }

  public String getSearch() {
    return Criteria.search(Faces.getRequestParameter("find"));
  }

  /** What the address says so far, to go on with. */
  public String getQuery() {
    return new Criteria()
        .with("client", number("client"))
        .with("conversation", number("conversation"))
        .with("deal", number("deal"))
        .query();
  }

  public Long getConversation() {
    return number("conversation");
  }

  public Long getDeal() {
    return number("deal");
  }

  /** What was typed into a field when it was refused. */
  public String typed(String field) {
    return Act.typed(field);
  }

  long client() {
    return number("client") == null ? 0 : number("client");
  }

  List<Wish> wishes() {
    var id = number("product");
    return id == null ? List.of() : Wanted.of(id, Faces.getRequestParameterMap());
  }

  private static Long number(String name) {
    return Criteria.number(Faces.getRequestParameter(name));
  }
}
