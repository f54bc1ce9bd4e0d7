package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.catalog.Offered;
import org.tulpar.catalog.partner.PartnerBook;
import org.tulpar.catalog.product.ProductFile;
import org.tulpar.catalog.product.ProductFilter;
import org.tulpar.catalog.product.ProductList;
import org.tulpar.catalog.product.ProductRow;
import org.tulpar.catalog.product.ProductType;
import org.tulpar.tenant.list.Page;
import org.tulpar.web.client.Pager;
import org.tulpar.web.conversation.Readers;

/** The list of products as its address says. */
@Named("products")
@RequestScoped
public class ProductsBacking {

  @Inject private ProductList list;
  @Inject private ProductFile file;
  @Inject private PartnerBook partners;
  @Inject private Readers readers;

  private ProductFilter filter;
  private Page<ProductRow> page;
  private List<ProductLine> lines;
  private List<Offered> choices;
  private Integer count;

  public ProductFilter getFilter() {
    if (filter == null) {
      filter = ProductFilter.of(Faces::getRequestParameter);
    }
    return filter;
  }

  public List<ProductLine> getLines() {
    if (lines == null) {
      var reader = readers.reader();
      var today = file.today();
      lines = page().rows().stream().map(row -> ProductLine.of(row, today, reader)).toList();
    }
    return lines;
  }

  public Pager getPager() {
    return Pager.of("products", getFilter().criteria(), page(), count(), readers.reader());
  }

  public String getTotal() {
    return readers
        .reader()
        .word(count() > Page.MANY ? "products.total.many" : "products.total", count());
  }

  public boolean isNarrow() {
    return !getFilter().criteria().isEmpty();
  }

  /** The filter as an address, without question mark. */
  public String getQuery() {
    return getFilter().criteria().query();
  }

  public List<ProductType> getTypes() {
    return List.of(ProductType.values());
  }

  public List<Offered> getPartners() {
    if (choices == null) {
      choices = partners.choices();
    }
    return choices;
  }

  private int count() {
    if (count == null) {
      count = list.count(getFilter());
    }
    return count;
  }

  private Page<ProductRow> page() {
    if (page == null) {
      page =
          Pager.asked(
              first -> list.before(getFilter(), first),
              last -> list.after(getFilter(), last),
              () -> list.first(getFilter()));
    }
    return page;
  }
}
