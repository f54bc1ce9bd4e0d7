package org.tulpar.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.catalog.partner.TestedPartners;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.TestedCatalog;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.transfer.ImportProblem;
import org.tulpar.transfer.ImportStatus;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.SheetRefused;
import org.tulpar.transfer.TestedImports;

/** A price list becomes products, prices and departures, and can be taken back. */
class ProductImportTest {

  private static final String FILE =
      """
      Код;Название;Вид;Партнёр;За кого;Цена;Валюта;Сезон;Цена с;Цена до;Выезд;Мест;Лишнее
      IK-3;Иссык-Куль;тур;Караван;взрослый;12 000;kgs;лето;01.06.2026;31.08.2026;12.07.2026;12;x
      IK-3;;;;ребёнок;8000;KGS;лето;01.06.2026;31.08.2026;;;
      IK-3;;;;взрослый;9000;KGS;осень;15.08.2026;;;;
      IK-3;;;;взрослый;даром;KGS;;01.09.2026;;;;
      NO-1;;;;;100;KGS;;01.06.2026;;;;
      W-19;Вода 19 л;товар;;;250;KGS;;01.06.2026;;12.07.2026;5;
      ;;;;;100;KGS;;01.06.2026;;;;
      SK-2;Сон-Куль;;;;;;;;;05.08.2026;8;
      """;

  private TestedDatabase database;
  private TestedCatalog catalog;
  private TestedImports imports;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    catalog =
        new TestedCatalog(
            database, Clock.fixed(Instant.parse("2026-06-15T06:00:00Z"), ZoneOffset.UTC));
    var importer = new ProductImporter();
    importer.products = new ImportedProducts();
    importer.products.sql = database.sql();
    importer.products.products = catalog.products();
    importer.products.prices = catalog.facts();
    importer.products.departures = catalog.departures();
    importer.products.partners = TestedPartners.partners(database);
    imports = new TestedImports(database, importer);
  }

  @Test
  void a_dry_run_tells_each_wrong_row_and_changes_nothing() throws SQLException {
    var id = imports.checked(FILE);
    assertThat(imports.view(id).status()).isEqualTo(ImportStatus.CHECKED);
    assertThat(imports.problems(id))
        .containsExactly(
            new ImportProblem(4, "Цена", "9000", "price_overlaps"),
            new ImportProblem(5, "Цена", "даром", "amount"),
            new ImportProblem(6, "Название", "", "code_unknown"),
            new ImportProblem(7, "Выезд", "12.07.2026", "no_tour"),
            new ImportProblem(8, null, null, "nothing"));
    assertThat(database.look("select name from product where organization_id = ?")).isEmpty();
  }

  @Test
  void rows_of_one_code_become_one_product_with_its_prices_and_departures() throws SQLException {
    var id = imports.imported(FILE);
    assertThat(imports.view(id))
        .extracting(ImportView::status, ImportView::created, ImportView::updated, ImportView::wrong)
        .containsExactly(ImportStatus.DONE, 2, 1, 5);
    assertThat(
            database.look(
                "select unit || ' ' || amount from product_price where organization_id = ? order by"
                    + " 1"))
        .containsExactly("ADULT 12000.00", "CHILD 8000.00");
    assertThat(
            database.look(
                "select starts_on || ' ' || seats from product_departure where organization_id = ?"
                    + " order by 1"))
        .containsExactly("2026-07-12 12", "2026-08-05 8");
    assertThat(
            database.look(
                "select p.type || ' ' || coalesce(r.name, '-') from product p left join partner r"
                    + " using (organization_id) where organization_id = ? and (p.partner_id is null"
                    + " or r.id = p.partner_id) order by p.code"))
        .containsExactly("TOUR Караван", "TOUR Караван");
  }

  @Test
  void a_file_that_is_brought_again_doubles_nothing() throws SQLException {
    imports.imported(FILE);
    var again = imports.imported(FILE);
    assertThat(imports.view(again))
        .extracting(ImportView::created, ImportView::updated)
        .containsExactly(0, 0);
    assertThat(database.look("select name from product where organization_id = ?")).hasSize(2);
  }

  @Test
  void a_price_beside_one_that_holds_is_named_before_anything_changes() {
    var tour = catalog.tour("SK-2", "Сон-Куль");
    catalog.price(tour, PriceUnit.ADULT, "1", "2026-01-01", "2026-06-01");
    var id = imports.checked("Код;За кого;Цена;Валюта;Цена с\nSK-2;adult;5;KGS;2026-06-01\n");
    assertThat(imports.problems(id))
        .containsExactly(new ImportProblem(2, "Цена", "5", "price_overlaps"));
  }

  @Test
  void undone_it_leaves_what_was_there_and_what_is_in_use() throws SQLException {
    var tour = catalog.tour("SK-2", "Сон-Куль");
    var id = imports.imported(FILE);
    database.client(7, "Анна", null);
    database.write(
        "insert into orders (organization_id, id, number, client_id) values (?, 1, 1, 7)");
    database.write(
        "insert into order_line (organization_id, id, order_id, product_id, price_id, unit, quantity,"
            + " unit_price, currency) select organization_id, 1, 1, product_id, id, unit, 1, amount,"
            + " currency from product_price where organization_id = ? and unit = 'ADULT'");
    imports.undo(id);
    assertThat(imports.view(id))
        .extracting(ImportView::undone, ImportView::kept)
        .containsExactly(2, 1);
    assertThat(database.look("select code from product where organization_id = ? order by 1"))
        .containsExactly("IK-3", "SK-2");
    assertThat(catalog.card(tour).departures()).isEmpty();
  }

  @Test
  void a_mapping_without_a_name_or_a_code_is_refused() {
    var id = imports.upload(FILE);
    assertThatThrownBy(
            () -> imports.map(id, "", "", "type", "partner", "", "", "", "", "", "", "", "", ""))
        .isInstanceOf(SheetRefused.class)
        .hasMessage("mapping_product");
  }
}
