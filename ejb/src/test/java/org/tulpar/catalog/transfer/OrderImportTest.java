package org.tulpar.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.catalog.order.TestedOrders;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.ImportProblem;
import org.tulpar.transfer.ImportStatus;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.SheetImport;
import org.tulpar.transfer.SheetRefused;
import org.tulpar.transfer.TestedImports;

/** Rows become orders of known clients for the price that holds, and can be taken back. */
class OrderImportTest {

  private static final long ADMIN = 2;

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

  private TestedOrders orders;
  private TestedDatabase database;
  private TestedImports imports;
  private SheetImport service;

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
    service = imports.service();
  }

  @Test
  void a_dry_run_tells_each_wrong_row_and_changes_nothing() throws SQLException {
    var id = checked(FILE);
    assertThat(database.within(() -> service.problems(id)))
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
    var id = imported(FILE);
    assertThat(view(id))
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
    var id = imported(FILE);
    undo(id);
    assertThat(view(id)).extracting(ImportView::undone, ImportView::kept).containsExactly(2, 0);
    assertThat(database.look("select number from orders where organization_id = ?")).isEmpty();
    assertThat(database.look("select id from order_line where organization_id = ?")).isEmpty();
  }

  @Test
  void an_order_that_somebody_has_moved_on_stays() throws SQLException {
    var id = imported(FILE);
    var order =
        Long.parseLong(database.look("select id from orders where organization_id = ?").getFirst());
    orders.change(order, 1, OrderStatus.CONFIRMED);
    undo(id);
    assertThat(view(id)).extracting(ImportView::undone, ImportView::kept).containsExactly(0, 2);
    assertThat(database.look("select id from order_line where organization_id = ?")).hasSize(2);
  }

  @Test
  void nobody_is_ordered_for_without_a_phone() {
    var id = upload(FILE);
    assertThatThrownBy(
            () ->
                database.doing(
                    () -> service.map(id, List.of("number", "", "code", "", "", "", ""), true)))
        .isInstanceOf(SheetRefused.class)
        .hasMessage("mapping_order");
  }

  private void undo(long id) {
    database.doing(() -> service.undo(id));
    database.doing(() -> imports.run(id));
  }

  private long upload(String text) {
    return database.within(
        () ->
            service.upload(
                ImportKind.ORDERS, "заказы.csv", text.getBytes(StandardCharsets.UTF_8), ADMIN));
  }

  private long checked(String text) {
    var id = upload(text);
    database.doing(() -> service.map(id, view(id).mapping(), true));
    database.doing(() -> imports.run(id));
    return id;
  }

  private long imported(String text) {
    var id = checked(text);
    database.doing(() -> service.start(id));
    database.doing(() -> imports.run(id));
    return id;
  }

  private ImportView view(long id) {
    return database.within(() -> service.byId(id)).orElseThrow();
  }
}
