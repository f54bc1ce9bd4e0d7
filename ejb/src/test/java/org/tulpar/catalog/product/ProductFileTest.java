package org.tulpar.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.catalog.CatalogChanged;
import org.tulpar.tenant.TestedDatabase;

/** Products and their departures, against the database as it is. */
class ProductFileTest {

  private TestedDatabase database;
  private TestedCatalog catalog;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    database.write("update organization set time_zone = 'Asia/Bishkek' where organization_id = ?");
    catalog = TestedCatalog.atNoon(database);
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
  void what_another_organization_offers_is_not_there() throws SQLException {
    var tour = catalog.tour("IK-3", "Иссык-Куль");
    catalog.price(tour, PriceUnit.ADULT, "12000", "2026-01-01", null);
    var other = TestedDatabase.ofNewOrganization();
    var theirs = TestedCatalog.atNoon(other);
    assertThat(other.within(() -> theirs.file().card(tour))).isEmpty();
    assertThat(other.within(() -> theirs.prices().now(tour, PriceUnit.ADULT))).isEmpty();
    assertThat(other.within(() -> theirs.list().first(ProductFilter.ALL)).rows()).isEmpty();
    assertThatThrownBy(() -> theirs.price(tour, PriceUnit.ADULT, "1", "2026-01-01", null))
        .isInstanceOf(CatalogChanged.class);
    theirs.tour("IK-3", "Тот же код");
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
}
