package org.tulpar.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tenant.TestedDatabase;

/** When a price holds, against the database as it is. */
class PriceTermTest {

  private TestedDatabase database;
  private TestedCatalog catalog;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    database.write("update organization set time_zone = 'Asia/Bishkek' where organization_id = ?");
    catalog = TestedCatalog.atNoon(database);
  }

  @Test
  void a_price_holds_on_the_first_and_on_the_last_day_of_its_term_and_on_no_other() {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    catalog.price(tour, PriceUnit.ADULT, "12000", "2026-07-01", "2026-07-31");
    assertThat(on(tour, "2026-06-30")).isNull();
    assertThat(on(tour, "2026-07-01")).isEqualTo("12000.00");
    assertThat(on(tour, "2026-07-31")).isEqualTo("12000.00");
    assertThat(on(tour, "2026-08-01")).isNull();
    assertThat(
            database.within(
                () -> catalog.prices().on(tour, PriceUnit.CHILD, TestedCatalog.day("2026-07-01"))))
        .isEmpty();
  }

  /** Bishkek is six hours before UTC: its first of July begins at six in the evening there. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-30T17:59:59Z,10000.00",
    "2026-06-30T18:00:00Z,12000.00",
    "2026-07-31T17:59:59Z,12000.00",
    "2026-07-31T18:00:00Z,"
  })
  void what_holds_now_is_told_by_the_calendar_of_the_organization(String moment, String amount) {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    catalog.price(tour, PriceUnit.ADULT, "10000", "2026-01-01", "2026-06-30");
    catalog.price(tour, PriceUnit.ADULT, "12000", "2026-07-01", "2026-07-31");
    var now =
        database.within(
            () -> TestedCatalog.at(database, moment).prices().now(tour, PriceUnit.ADULT));
    assertThat(now.map(fact -> fact.amount().toPlainString()).orElse(null)).isEqualTo(amount);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-31,2026-08-31",
    "2026-06-01,2026-07-01",
    "2026-07-10,2026-07-10",
    "2026-01-01,",
    "2026-06-01,2026-09-01"
  })
  void two_prices_of_a_unit_never_hold_on_one_day(String from, String to) {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    catalog.price(tour, PriceUnit.ADULT, "12000", "2026-07-01", "2026-07-31");
    assertThatThrownBy(() -> catalog.price(tour, PriceUnit.ADULT, "9000", from, to))
        .hasMessage("price_overlaps");
    catalog.price(tour, PriceUnit.CHILD, "9000", from, to);
  }

  @Test
  void the_database_itself_refuses_an_overlap() {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    catalog.price(tour, PriceUnit.ADULT, "12000", "2026-07-01", null);
    assertThatThrownBy(
            () ->
                database.write(
                    "insert into product_price (organization_id, id, product_id, unit, amount,"
                        + " currency, valid_from) values (?, 1, ?, 'ADULT', 1, 'KGS', '2030-01-01')",
                    tour))
        .hasMessageContaining("one_price_a_day");
  }

  @Test
  void a_price_is_ended_and_the_next_one_follows() {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    var first = catalog.price(tour, PriceUnit.ADULT, "12000", "2026-07-01", null);
    database.doing(() -> catalog.file().endPrice(first, "31.07.2026", TestedCatalog.ADMIN));
    catalog.price(tour, PriceUnit.ADULT, "15000", "2026-08-01", null);
    assertThat(on(tour, "2026-07-31")).isEqualTo("12000.00");
    assertThat(on(tour, "2026-08-01")).isEqualTo("15000.00");
    assertThatThrownBy(
            () ->
                database.doing(
                    () -> catalog.file().endPrice(first, "2026-08-15", TestedCatalog.ADMIN)))
        .hasMessage("price_end");
  }

  private String on(long product, String day) {
    return database
        .within(() -> catalog.prices().on(product, PriceUnit.ADULT, TestedCatalog.day(day)))
        .map(fact -> fact.amount().toPlainString())
        .orElse(null);
  }
}
