package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.catalog.product.ProductList;
import org.tulpar.catalog.product.ProductRow;

/** What a client may be told of a product: the price of the day it is for, and no other. */
class QuotesTest {

  @RegisterExtension final Office office = new Office();
  private final ProductList products = office.get(ProductList.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.change(
        """
        insert into product (organization_id, id, type, name, active) values
          (:o, 1, 'TOUR', 'Song-Kul', true), (:o, 2, 'GOODS', 'Saddle', true), (:o, 3, 'TOUR', 'Old Song', false), (:o, 4, 'TOUR', 'Songless', true)\
        """);
    office.change(
        """
        insert into product_departure (organization_id, id, product_id, starts_on, ends_on, seats) values
          (:o, 1, 1, current_date - 5, current_date - 3, 8), (:o, 2, 1, current_date + 40, current_date + 42, 8), (:o, 3, 1, current_date + 60, current_date + 62, 8)\
        """);
    office.change(
        """
        insert into product_price (organization_id, id, product_id, unit, amount, currency, valid_from, valid_to) values
          (:o, 1, 1, 'ADULT', 100, 'USD', '2020-01-01', current_date + 30), (:o, 2, 1, 'ADULT', 150, 'USD', current_date + 31, null),
          (:o, 3, 1, 'CHILD', 80, 'USD', '2020-01-01', null), (:o, 4, 2, 'PIECE', 40, 'USD', '2020-01-01', current_date),
          (:o, 5, 2, 'CHILD', 10, 'USD', '2020-01-01', current_date - 1)\
        """);
  }

  @Test
  void aTourCostsWhatItCostsOnTheDayItSetsOut() {
    var tour = found("song-kul").getFirst();
    assertThat(tour.next().id()).isEqualTo(2);
    assertThat(told(tour)).containsExactly("ADULT 150.00", "CHILD 80.00");
  }

  @Test
  void whatSetsOutOnNoDayCostsWhatItCostsToday() {
    assertThat(told(found("saddle").getFirst())).containsExactly("PIECE 40.00");
  }

  @Test
  void whatIsNotSoldAnyMoreIsNotToldOf() {
    assertThat(found("song")).extracting(ProductRow::name).containsExactly("Song-Kul", "Songless");
    assertThat(found("songless").getFirst().prices()).isEmpty();
    assertThat(found("")).hasSize(3);
  }

  private List<ProductRow> found(String search) {
    return office.within(() -> products.quotable(search));
  }

  private static List<String> told(ProductRow row) {
    return row.prices().stream().map(fact -> fact.unit() + " " + fact.amount()).toList();
  }
}
