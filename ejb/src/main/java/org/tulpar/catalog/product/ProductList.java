package org.tulpar.catalog.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.catalog.Today;
import org.tulpar.tenant.list.Page;
import org.tulpar.tenant.list.Place;

/** The products of the organization by name, a page at a time, in either direction. */
@Stateless
public class ProductList {

  private static final int OFFERED = 20;
  private static final int QUOTED = 8;

  /** A product by what it is called. */
  public record Named(long id, String code, String name) {}

  @Inject ProductRows rows;
  @Inject Today today;

  public Page<ProductRow> first(ProductFilter filter) {
    return page(filter, null, false);
  }

  /** The first few by their names alone. */
  public List<Named> few(ProductFilter filter, int most) {
    return rows.named(filter, most);
  }

  public Page<ProductRow> after(ProductFilter filter, Place last) {
    return page(filter, last, false);
  }

  /** The page that ends before this row; the first page when there is not a whole one. */
  public Page<ProductRow> before(ProductFilter filter, Place first) {
    var page = page(filter, first, true);
    return page.before() == null ? first(filter) : page;
  }

  /** At most {@link Page#MANY} and one more. */
  public int count(ProductFilter filter) {
    return rows.count(filter, Page.MANY + 1);
  }

  /** Those that may be ordered: the first of what is searched for. */
  public List<ProductRow> offered(String search) {
    var filter = new ProductFilter(search, null, null, null, false);
    return rows.page(filter, null, false, OFFERED, today.day());
  }

  /**
   * Those that may be told of to a client: the first of what is searched for, each with the prices
   * of the day its next departure sets out on, else with today's.
   */
  public List<ProductRow> quotable(String search) {
    var filter = new ProductFilter(search, null, null, null, false);
    return rows.quotable(filter, QUOTED, today.day());
  }

  private Page<ProductRow> page(ProductFilter filter, Place from, boolean back) {
    var found = rows.page(filter, from, back, Page.SIZE + 1, today.day());
    return Page.of(found, back, from == null, row -> new Place(row.id(), row.nameKey()).toString());
  }
}
