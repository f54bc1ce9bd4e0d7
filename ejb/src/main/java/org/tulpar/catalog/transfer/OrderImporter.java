package org.tulpar.catalog.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tulpar.catalog.CatalogInput;
import org.tulpar.catalog.CatalogRefused;
import org.tulpar.catalog.order.OrderDraft;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.transfer.Columns;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.ImportRow;
import org.tulpar.transfer.ImportStatus;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.Importer;
import org.tulpar.transfer.RowProblem;
import org.tulpar.transfer.RowResult;
import org.tulpar.transfer.SheetLine;

/**
 * A row becomes a new order of a known client, or one more line of the order that a row before it
 * has made: rows with one number and one phone belong together, also over several files. What an
 * order of an earlier file has already is left alone. A row without a number that is just like one
 * of an earlier file, of one client, thing, day and quantity, is probably the same: a person
 * decides. What it costs is the price list's to say, as in every order.
 */
@ApplicationScoped
public class OrderImporter implements Importer {

  /** Everything a column can be. */
  public static final List<String> TARGETS =
      List.of(
          "number", "phone", "code", "product", "unit", "quantity", "starts_on", "address", "note");

  private static final Columns COLUMNS =
      new Columns(
          Map.of(
              "number", Set.of("number", "order", "no", "номер", "заказ", "№"),
              "phone", Set.of("phone", "client", "mobile", "телефон", "клиент"),
              "code", Set.of("code", "sku", "article", "код", "артикул"),
              "product", Set.of("product", "name", "tour", "продукт", "название", "тур", "товар"),
              "unit", Set.of("unit", "age group", "за кого", "единица", "возраст"),
              "quantity", Set.of("quantity", "count", "qty", "количество", "сколько"),
              "starts_on", Set.of("departure", "date", "starts", "выезд", "дата"),
              "address", Set.of("address", "адрес"),
              "note", Set.of("note", "comment", "примечание", "комментарий")),
          Set.of("phone"),
          "mapping_order");

  private static final Map<String, Function<String, ?>> RULES =
      Map.of(
          "number", CatalogInput::code,
          "phone", OrderImporter::phone,
          "code", CatalogInput::code,
          "product", CatalogInput::line,
          "unit", cell -> CatalogInput.constant(Words.of(cell), PriceUnit.values(), "unit"),
          "quantity", CatalogInput::count,
          "starts_on", CatalogInput::day,
          "address", OrderDraft::place,
          "note", CatalogInput::text);

  @Inject ImportedOrders orders;

  private static String phone(String cell) {
    var phone = CatalogInput.phone(cell);
    if (phone == null) {
      throw new CatalogRefused("phone");
    }
    return phone;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.ORDERS;
  }

  @Override
  public List<String> guess(List<String> header) {
    return COLUMNS.guess(header);
  }

  @Override
  public List<String> checked(List<String> targets, int columns) {
    return COLUMNS.checked(targets, columns);
  }

  @Override
  public Portion open(ImportView one) {
    return new Work(one, orders);
  }

  private record Work(ImportView one, ImportedOrders orders) implements Portion {

    @Override
    public Optional<RowProblem> check(ImportRow row) {
      var read = SheetLine.read(row, one.mapping(), RULES);
      if (read.problem() != null) {
        return Optional.of(read.problem());
      }
      var problem = beside(read.line());
      orders.claim(one.id(), row.number(), read.line(), problem.isEmpty());
      return problem;
    }

    @Override
    public Optional<Long> twin(ImportRow row) {
      var line = SheetLine.read(row, one.mapping(), RULES).line();
      if (line.text("number") != null) {
        return Optional.empty();
      }
      if (one.status() == ImportStatus.RUNNING) {
        orders.oneAtATime();
      }
      return orders.twin(one.id(), line);
    }

    /** What is wrong beside what is there. */
    private Optional<RowProblem> beside(SheetLine line) {
      if (line.text("code") == null && line.text("product") == null) {
        return wrong("product", "nothing");
      }
      if (orders.client(line).isEmpty()) {
        return wrong("phone", "client_unknown");
      }
      var product = orders.product(line);
      if (product.isEmpty()) {
        return wrong(line.text("code") == null ? "product" : "code", "product_unknown");
      }
      var starts = (LocalDate) line.values().get("starts_on");
      if (starts != null && orders.departure(product.get(), starts).isEmpty()) {
        return wrong("starts_on", "departure_unknown");
      }
      if (!orders.hasPrice(product.get(), line)) {
        return wrong("product", "no_price");
      }
      return orders.known(one.id(), line).filter(known -> isClosedTo(known, line)).isPresent()
          ? wrong("number", "order_moved")
          : Optional.empty();
    }

    private boolean isClosedTo(long known, SheetLine line) {
      return !orders.isNew(known) && !orders.has(known, line);
    }

    @Override
    public RowResult apply(ImportRow row) {
      var line = SheetLine.read(row, one.mapping(), RULES).line();
      orders.oneAtATime();
      var begun = orders.begun(one.id(), row.number(), line);
      if (begun.isPresent()) {
        return new RowResult(false, begun.get(), orders.add(begun.get(), line));
      }
      return orders
          .known(one.id(), line)
          .map(known -> completed(known, line))
          .orElseGet(() -> new RowResult(true, orders.create(one.id(), line), List.of()));
    }

    private RowResult completed(long known, SheetLine line) {
      var complete = orders.has(known, line) || !orders.isNew(known);
      return new RowResult(false, known, complete ? List.of() : orders.add(known, line));
    }

    /** What a row has added to an order of its own file goes with it, or stays with it. */
    @Override
    public boolean undo(ImportRow row) {
      var order = row.subjectId();
      if (row.outcome().equals("CREATED")) {
        return orders.remove(order);
      }
      return orders.isGone(order)
          || !orders.isOf(one.id(), order) && orders.takeOut(order, row.filled());
    }

    private Optional<RowProblem> wrong(String target, String reason) {
      var column = one.mapping().indexOf(target);
      return Optional.of(new RowProblem(column < 0 ? null : column, reason));
    }
  }
}
