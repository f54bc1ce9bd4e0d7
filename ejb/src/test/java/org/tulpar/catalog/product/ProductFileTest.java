package org.tulpar.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.catalog.CatalogChanged;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.list.Page;
import org.tulpar.tenant.list.Place;

/** Products, their departures and price facts, against the database as it is. */
class ProductFileTest {

  private static final String NOON = "2026-06-15T06:00:00Z";

  private TestedDatabase database;
  private TestedCatalog catalog;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    database.write("update organization set time_zone = 'Asia/Bishkek' where organization_id = ?");
    catalog = at(NOON);
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
    var now = database.within(() -> at(moment).prices().now(tour, PriceUnit.ADULT));
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

  @Test
  void a_code_stands_once_in_any_case() {
    catalog.tour("IK-3", "Иссык-Куль");
    var other = catalog.tour("SK-2", "Сон-Куль");
    assertThatThrownBy(() -> catalog.tour("ik-3", "Ещё один")).hasMessage("code_taken");
    assertThatThrownBy(() -> save(other, "ik-3", 0)).hasMessage("code_taken");
  }

  @Test
  void of_two_who_save_one_product_the_second_is_told() {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    save(tour, "IK-3", 0);
    assertThatThrownBy(() -> save(tour, "IK-3", 0)).isInstanceOf(CatalogChanged.class);
  }

  @Test
  void seats_are_never_fewer_than_are_taken() throws SQLException {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    var departure = catalog.departure(tour, "2026-07-12", 12);
    database.write(
        "update product_departure set taken = 5 where organization_id = ? and id = ?", departure);
    assertThatThrownBy(
            () -> database.doing(() -> catalog.file().seats(departure, "4", TestedCatalog.ADMIN)))
        .hasMessage("seats_taken");
    database.doing(() -> catalog.file().seats(departure, "5", TestedCatalog.ADMIN));
    assertThat(catalog.card(tour).departures().getFirst().free()).isZero();
    for (var wrong : List.of("-1", "6")) {
      assertThatThrownBy(
              () ->
                  database.write(
                      "update product_departure set taken = %s where organization_id = ? and id = ?"
                          .formatted(wrong),
                      departure))
          .hasMessageContaining("violates check constraint");
    }
  }

  @Test
  void departures_belong_to_tours_one_a_day() {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    catalog.departure(tour, "2026-07-12", 12);
    assertThatThrownBy(() -> catalog.departure(tour, "2026-07-12", 8))
        .hasMessage("departure_taken");
    var water = catalog.goods("Вода 19 л");
    assertThatThrownBy(() -> catalog.departure(water, "2026-07-12", 8)).hasMessage("no_tour");
  }

  @Test
  void the_list_is_by_name_with_the_next_departure_and_the_price_of_today() {
    var tour = catalog.tour("SK-2", "Сон-Куль");
    catalog.departure(tour, "2026-06-14", 8);
    catalog.departure(tour, "2026-06-15", 9);
    catalog.departure(tour, "2026-07-15", 10);
    catalog.price(tour, PriceUnit.ADULT, "9000", "2026-01-01", "2026-06-15");
    catalog.price(tour, PriceUnit.ADULT, "11000", "2026-06-16", null);
    catalog.tour("IK-3", "Иссык-Куль");
    var rows = database.within(() -> catalog.list().first(ProductFilter.ALL)).rows();
    assertThat(rows).extracting(ProductRow::name).containsExactly("Иссык-Куль", "Сон-Куль");
    assertThat(rows.getLast().next().seats()).isEqualTo(9);
    assertThat(rows.getLast().prices()).extracting(PriceFact::amount).hasToString("[9000.00]");
  }

  @Test
  void a_product_is_found_by_the_beginning_of_any_word_or_by_its_code() {
    catalog.tour("IK-3", "Большой тур на Иссык-Куль");
    for (var search : List.of("иссык", "тур больш", "IK-3", "ik")) {
      assertThat(named(search)).as(search).containsExactly("Большой тур на Иссык-Куль");
    }
    assertThat(named("куль иссыкк")).isEmpty();
  }

  @Test
  void pages_go_on_and_back() {
    for (int i = 0; i < 120; i++) {
      catalog.goods("Товар %03d".formatted(i));
    }
    var first = database.within(() -> catalog.list().first(ProductFilter.ALL));
    var second =
        database.within(() -> catalog.list().after(ProductFilter.ALL, place(first.after())));
    var third =
        database.within(() -> catalog.list().after(ProductFilter.ALL, place(second.after())));
    assertThat(first.before()).isNull();
    assertThat(third.rows()).hasSize(20);
    assertThat(third.after()).isNull();
    var back =
        database.within(() -> catalog.list().before(ProductFilter.ALL, place(third.before())));
    assertThat(back.rows()).isEqualTo(second.rows());
  }

  @Test
  void an_export_has_a_line_a_price_and_no_formula() throws SQLException {
    var tour = catalog.tour("=1+1", "Иссык-Куль");
    catalog.price(tour, PriceUnit.ADULT, "12000", "2026-07-01", null);
    catalog.price(tour, PriceUnit.CHILD, "8000", "2026-07-01", "2026-08-31");
    var out = new StringWriter();
    database.doing(
        () ->
            catalog
                .export()
                .write(ProductFilter.ALL, List.of("Код"), ';', TestedCatalog.ADMIN, out));
    assertThat(out.toString().lines()).hasSize(3);
    assertThat(out.toString()).contains("\"'=1+1\"").contains("\"8000.00\";\"KGS\"");
    assertThat(
            database.look(
                "select data ->> 'products' from audit_event where organization_id = ? and type ="
                    + " 'products.exported'"))
        .containsExactly("1");
  }

  @Test
  void what_another_organization_offers_is_not_there() throws SQLException {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    catalog.price(tour, PriceUnit.ADULT, "12000", "2026-01-01", null);
    var other = TestedDatabase.ofNewOrganization();
    var theirs = new TestedCatalog(other, clock(NOON));
    assertThat(other.within(() -> theirs.file().card(tour))).isEmpty();
    assertThat(other.within(() -> theirs.prices().now(tour, PriceUnit.ADULT))).isEmpty();
    assertThat(other.within(() -> theirs.list().first(ProductFilter.ALL)).rows()).isEmpty();
    assertThatThrownBy(() -> theirs.price(tour, PriceUnit.ADULT, "1", "2026-01-01", null))
        .isInstanceOf(CatalogChanged.class);
    theirs.tour("IK-3", "Тот же код");
  }

  @Test
  void lists_and_prices_are_read_from_indexes() throws SQLException {
    database.write(
        "insert into product (organization_id, id, type, name) select ?, i, 'GOODS', 'Товар ' || i"
            + " from generate_series(1, 20000) i");
    database.write(
        "insert into product_price (organization_id, id, product_id, unit, amount, currency,"
            + " valid_from) select ?, i, i, 'PIECE', i, 'KGS', '2026-01-01' from"
            + " generate_series(1, 20000) i");
    database.analyze();
    assertThat(
            database.plan(
                "select * from product_price where product_id = 7 and unit = 'PIECE' and valid_from"
                    + " <= '2026-06-01' order by valid_from desc limit 1"))
        .contains("Index Scan using product_price")
        .doesNotContain("Seq Scan");
    assertThat(
            database.plan(
                "select p.* from product p where p.active and (p.name_key, p.id) > ('товар 5', 1)"
                    + " order by p.name_key, p.id limit 51"))
        .contains("product_by_name")
        .doesNotContain("Seq Scan");
    var search = new ProductFilter("товар 777", null, null, null, false).condition();
    assertThat(
            database.plan(
                "select p.* from product p where %s order by p.name_key, p.id limit 51"
                    .formatted(search.sql()),
                search.values()))
        .contains("product_word_pkey")
        .doesNotContain("Seq Scan");
  }

  private List<String> named(String search) {
    var filter = new ProductFilter(search, null, null, null, false);
    return database.within(() -> catalog.list().first(filter)).rows().stream()
        .map(ProductRow::name)
        .toList();
  }

  private void save(long product, String code, int version) {
    database.doing(
        () ->
            catalog
                .file()
                .save(
                    product,
                    new ProductEdit(
                        ProductType.TOUR, code, "Иссык-Куль", "Три дня", null, true, version),
                    TestedCatalog.ADMIN));
  }

  private String on(long product, String day) {
    return database
        .within(() -> catalog.prices().on(product, PriceUnit.ADULT, TestedCatalog.day(day)))
        .map(fact -> fact.amount().toPlainString())
        .orElse(null);
  }

  private TestedCatalog at(String moment) {
    return new TestedCatalog(database, clock(moment));
  }

  private static Clock clock(String moment) {
    return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
  }

  private static Place place(String text) {
    assertThat(Page.SIZE).isEqualTo(50);
    return Place.read(text).orElseThrow();
  }
}
