package org.tulpar.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.catalog.order.TestedOrders;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.transfer.ImportProblem;
import org.tulpar.transfer.ImportStatus;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.SheetRefused;
import org.tulpar.transfer.TestedImports;

/** Rows become orders of known clients for the price that holds, and can be taken back. */
class OrderImportTest {

  private static final String FILE =
      """
      Номер;Телефон;Код;За кого;Количество;Выезд;Адрес
      17;+996 555 000 001;IK-3;взрослый;2;12.07.2026;ул. Токтогула, 125
      17;996555000001;IK-3;младенец;1;12.07.2026;
      18;996555000001;IK-3;;1;;
      19;996555000009;IK-3;;1;12.07.2026;
      20;996555000001;NO-1;;1;12.07.2026;
      21;996555000001;IK-3;;1;13.07.2026;
      22;996555000001;IK-3;;0;12.07.2026;
      23;996555000001;;;1;12.07.2026;
      """;

  private static final String NUMBERLESS =
      """
      Телефон;Код;За кого;Количество;Выезд
      996555000001;IK-3;взрослый;2;12.07.2026
      996555000001;IK-3;взрослый;2;12.07.2026
      996555000001;IK-3;младенец;1;12.07.2026
      """;

  private static final String ONE_ADULT =
      """
      Номер;Телефон;Код;За кого;Выезд
      17;996555000001;IK-3;взрослый;12.07.2026
      """;

  private TestedOrders orders;
  private TestedDatabase database;
  private TestedImports imports;

  @BeforeEach
  void open() throws SQLException {
    orders = new TestedOrders();
    database = orders.database;
    var importer = new OrderImporter();
    importer.orders = new ImportedOrders();
    importer.orders.sql = database.sql();
    importer.orders.products = orders.catalog.products();
    importer.orders.departures = orders.catalog.departures();
    importer.orders.prices = orders.catalog.prices();
    importer.orders.today = orders.catalog.today();
    importer.orders.desk = orders.desk;
    imports = new TestedImports(database, importer);
  }

  @Test
  void a_dry_run_tells_each_wrong_row_and_changes_nothing() throws SQLException {
    var id = imports.checked(FILE);
    assertThat(imports.problems(id))
        .containsExactly(
            new ImportProblem(4, null, null, "no_price"),
            new ImportProblem(5, "Телефон", "996555000009", "client_unknown"),
            new ImportProblem(6, "Код", "NO-1", "product_unknown"),
            new ImportProblem(7, "Выезд", "13.07.2026", "departure_unknown"),
            new ImportProblem(8, "Количество", "0", "count"),
            new ImportProblem(9, null, null, "nothing"));
    assertThat(database.look("select number from orders where organization_id = ?")).isEmpty();
  }

  @Test
  void rows_of_one_number_become_one_order_for_the_price_of_its_day() throws SQLException {
    var id = imports.imported(FILE);
    assertThat(imports.view(id))
        .extracting(ImportView::status, ImportView::created, ImportView::updated, ImportView::wrong)
        .containsExactly(ImportStatus.DONE, 1, 1, 6);
    assertThat(
            database.look(
                "select o.address || ' ' || l.unit || ' ' || l.quantity || ' ' || l.amount from orders"
                    + " o join order_line l using (organization_id) where organization_id = ? and"
                    + " l.order_id = o.id order by l.id"))
        .containsExactly("ул. Токтогула, 125 ADULT 2 30000.00", "ул. Токтогула, 125 INFANT 1 0.00");
  }

  @Test
  void undone_an_order_goes_with_all_its_lines() throws SQLException {
    var id = imports.imported(FILE);
    imports.undo(id);
    assertThat(imports.view(id))
        .extracting(ImportView::undone, ImportView::kept)
        .containsExactly(2, 0);
    assertThat(database.look("select number from orders where organization_id = ?")).isEmpty();
    assertThat(database.look("select id from order_line where organization_id = ?")).isEmpty();
  }

  @Test
  void an_order_that_somebody_has_moved_on_stays() throws SQLException {
    var id = imports.imported(FILE);
    orders.change(order(), 1, OrderStatus.CONFIRMED);
    imports.undo(id);
    assertThat(imports.view(id))
        .extracting(ImportView::undone, ImportView::kept)
        .containsExactly(0, 2);
    assertThat(database.look("select id from order_line where organization_id = ?")).hasSize(2);
  }

  @Test
  void a_file_that_is_brought_again_doubles_nothing() throws SQLException {
    imports.imported(FILE);
    var again = imports.imported(FILE);
    assertThat(imports.view(again))
        .extracting(ImportView::created, ImportView::updated, ImportView::skipped)
        .containsExactly(0, 0, 2);
    assertThat(lines()).containsExactly("ADULT 2", "INFANT 1");
    imports.undo(again);
    assertThat(lines()).as("what the first has brought").hasSize(2);
  }

  @Test
  void a_corrected_file_adds_what_the_order_lacks_and_takes_only_that_back() throws SQLException {
    imports.imported(ONE_ADULT);
    var corrected = imports.imported(FILE);
    assertThat(imports.view(corrected))
        .extracting(ImportView::created, ImportView::updated, ImportView::skipped)
        .containsExactly(0, 1, 1);
    assertThat(lines()).containsExactly("ADULT 1", "INFANT 1");
    imports.undo(corrected);
    assertThat(lines()).containsExactly("ADULT 1");
  }

  @Test
  void an_earlier_file_is_not_taken_back_from_under_a_later_one() throws SQLException {
    var first = imports.imported(ONE_ADULT);
    imports.imported(FILE);
    imports.undo(first);
    assertThat(imports.view(first).kept()).isEqualTo(1);
    assertThat(lines()).hasSize(2);
  }

  @Test
  void an_order_that_was_moved_on_takes_no_more_and_says_so() throws SQLException {
    imports.imported(ONE_ADULT);
    orders.change(order(), 0, OrderStatus.CONFIRMED);
    var id = imports.checked(FILE);
    assertThat(imports.problems(id)).startsWith(new ImportProblem(3, "Номер", "17", "order_moved"));
    assertThat(imports.view(id).valid()).as("what it has already is no mistake").isEqualTo(1);
  }

  @Test
  void taken_back_an_order_may_be_brought_again_and_another_client_has_numbers_of_her_own()
      throws SQLException {
    imports.undo(imports.imported(FILE));
    assertThat(imports.view(imports.imported(FILE)).created()).isEqualTo(1);
    database.client(8, "Яна", "996555000008");
    var other = imports.imported(ONE_ADULT.replace("996555000001", "996555000008"));
    assertThat(imports.view(other).created()).isEqualTo(1);
  }

  @Test
  void without_a_number_a_row_of_an_earlier_file_is_left_out_and_its_order_named()
      throws SQLException {
    imports.imported(NUMBERLESS);
    assertThat(lines()).containsExactly("ADULT 2", "ADULT 2", "INFANT 1");
    var again = imports.checked(NUMBERLESS);
    assertThat(imports.view(again))
        .extracting(ImportView::valid, ImportView::twins, ImportView::done)
        .containsExactly(0, 3, 3);
    assertThat(twins(again)).containsExactly("2 1", "3 2", "4 3");
    var more = imports.imported(NUMBERLESS + "996555000001;IK-3;взрослый;2;12.07.2026\n");
    assertThat(imports.view(more))
        .extracting(ImportView::created, ImportView::twins, ImportView::status)
        .containsExactly(1, 3, ImportStatus.DONE);
    assertThat(lines()).as("what stands there once more is wanted once more").hasSize(4);
  }

  @Test
  void what_only_looks_like_an_order_can_be_brought_all_the_same() throws SQLException {
    var first = imports.imported(NUMBERLESS);
    var again = imports.checked(NUMBERLESS);
    imports.twice(again);
    assertThat(imports.view(again).valid()).isEqualTo(3);
    imports.start(again);
    imports.run(again);
    assertThat(lines()).hasSize(6);
    imports.undo(again);
    assertThat(lines()).as("what the first has brought").hasSize(3);
    imports.undo(first);
    assertThat(imports.view(imports.imported(NUMBERLESS)).created())
        .as("nothing looks like what is gone")
        .isEqualTo(3);
  }

  @Test
  void another_day_or_quantity_is_another_order() throws SQLException {
    imports.imported(NUMBERLESS);
    assertThat(imports.view(imports.checked(NUMBERLESS.replace(";2;", ";3;"))))
        .extracting(ImportView::valid, ImportView::twins)
        .containsExactly(2, 1);
  }

  private List<String> twins(long importId) {
    var twins = new OrderTwins();
    twins.sql = database.sql();
    return database.within(() -> twins.of(importId)).stream()
        .map(twin -> twin.row() + " " + twin.number())
        .toList();
  }

  @Test
  void nobody_is_ordered_for_without_a_phone() {
    var id = imports.upload(FILE);
    assertThatThrownBy(() -> imports.map(id, "number", "", "code", "", "", "", ""))
        .isInstanceOf(SheetRefused.class)
        .hasMessage("mapping_order");
  }

  private long order() throws SQLException {
    return Long.parseLong(
        database.look("select id from orders where organization_id = ?").getFirst());
  }

  private List<String> lines() throws SQLException {
    return database.look(
        "select unit || ' ' || quantity from order_line where organization_id = ? order by id");
  }
}
