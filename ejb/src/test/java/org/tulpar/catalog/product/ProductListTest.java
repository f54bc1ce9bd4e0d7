package org.tulpar.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.list.Page;
import org.tulpar.tenant.list.Place;

/** Lists of products and a file of them, against the database as it is. */
class ProductListTest {

  private TestedDatabase database;
  private TestedCatalog catalog;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    database.write("update organization set time_zone = 'Asia/Bishkek' where organization_id = ?");
    catalog = TestedCatalog.atNoon(database);
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

  private static Place place(String text) {
    assertThat(Page.SIZE).isEqualTo(50);
    return Place.read(text).orElseThrow();
  }
}
