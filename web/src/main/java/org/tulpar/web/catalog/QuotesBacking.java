package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.catalog.product.ProductList;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.conversation.Readers;

/** The products that a person looks for while she writes to a client. */
@Named("quotes")
@RequestScoped
public class QuotesBacking {

  @Inject private ProductList products;
  @Inject private Readers readers;

  private List<Quote> found;
  private String search;

  public void look() {
    var reader = readers.reader();
    search = Criteria.search(Faces.getRequestParameter("q"));
    found = products.quotable(search).stream().map(row -> Quote.of(row, reader)).toList();
  }

  /** Null unless they were asked for. */
  public List<Quote> getFound() {
    return found;
  }

  /** What they were asked for by: the page may have gone on. */
  public String getSearch() {
    return search;
  }
}
