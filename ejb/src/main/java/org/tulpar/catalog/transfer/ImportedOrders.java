package org.tulpar.catalog.transfer;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tulpar.catalog.Today;
import org.tulpar.catalog.order.OrderDesk;
import org.tulpar.catalog.order.OrderDraft;
import org.tulpar.catalog.order.Wish;
import org.tulpar.catalog.product.Departure;
import org.tulpar.catalog.product.Departures;
import org.tulpar.catalog.product.PriceList;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.Products;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;
import org.tulpar.transfer.SheetLine;

/** Writes rows of a file into orders, and takes them out again. */
@Repository
class ImportedOrders {

  private static final String LINE = "line:";

  @Inject TenantSql sql;
  @Inject Products products;
  @Inject Departures departures;
  @Inject PriceList prices;
  @Inject OrderDesk desk;
  @Inject Today today;

  Optional<Long> client(SheetLine line) {
    return sql.row(
        "select id from client where phone = ? and merged_into_id is null order by id limit 1",
        r -> r.getLong("id"),
        line.text("phone"));
  }

  Optional<Long> product(SheetLine line) {
    return products.known(line.text("code"), line.text("product"));
  }

  Optional<Departure> departure(long productId, LocalDate starts) {
    return departures.starting(productId, starts);
  }

  boolean hasPrice(long productId, SheetLine line) {
    var starts = (LocalDate) line.values().get("starts_on");
    return prices.on(productId, unit(line), starts == null ? today.day() : starts).isPresent();
  }

  /** Notes which order a row is about, for those behind it and for later files. */
  void claim(long importId, int row, SheetLine line, boolean right) {
    var alone = right && order(line) == null;
    sql.change(
        "update sheet_import_row set claim = ? where import_id = ? and row_no = ?",
        alone ? likeness(line) : order(line),
        importId,
        row);
  }

  /**
   * The order that a row just like this one of an earlier file has made, as long as it is there.
   * Each of them stands for one row: what stands twice in a file is wanted twice.
   */
  Optional<Long> twin(long importId, SheetLine line) {
    return sql.row(
        """
        select r.order_id from sheet_import_row r join orders o on o.organization_id = r.organization_id and o.id = r.order_id
        where r.claim = ? and r.import_id <> ? and r.outcome in ('CREATED', 'KEPT') and not exists (
          select from sheet_import_row t where t.organization_id = r.organization_id and t.claim = r.claim
            and t.import_id = ? and t.outcome = 'TWIN' and t.order_id = r.order_id)
        order by r.import_id, r.row_no limit 1
        """,
        r -> r.getLong("order_id"),
        likeness(line),
        importId,
        importId);
  }

  /** The order that a row before it has made. */
  Optional<Long> begun(long importId, int row, SheetLine line) {
    return sql.row(
        """
        select order_id from sheet_import_row where import_id = ? and claim = ? and row_no < ? and outcome = 'CREATED'
          and order_id is not null order by row_no limit 1
        """,
        r -> r.getLong("order_id"),
        importId,
        order(line),
        row);
  }

  /** The order that an earlier file has brought, as long as it is there. */
  Optional<Long> known(long importId, SheetLine line) {
    return sql.row(
        """
        select order_id from sheet_import_row where claim = ? and import_id <> ? and order_id is not null
        order by import_id, row_no limit 1
        """,
        r -> r.getLong("order_id"),
        order(line),
        importId);
  }

  /** Whether the order has a line of this for this departure, however many were ordered. */
  boolean has(long orderId, SheetLine line) {
    var wish = wish(line);
    return sql.row(
            """
            select 1 from order_line where order_id = ? and product_id = ? and unit = ?
              and departure_id is not distinct from ?::bigint limit 1
            """,
            r -> true,
            orderId,
            wish.productId(),
            wish.unit(),
            wish.departureId())
        .isPresent();
  }

  /** Whether something may still be ordered with it. */
  boolean isNew(long orderId) {
    return sql.row("select 1 from orders where id = ? and status = 'NEW'", r -> true, orderId)
        .isPresent();
  }

  /** Two files that bring the same order at the same time bring it one after the other. */
  void oneAtATime() {
    sql.rows("select last from order_number for update", r -> r.getLong("last"));
  }

  /** Of a row without a number; no number begins with a blank. */
  private String likeness(SheetLine line) {
    var wish = wish(line);
    return " %s %d %s %d %s"
        .formatted(
            line.text("phone"),
            wish.productId(),
            wish.unit(),
            wish.quantity(),
            line.values().get("starts_on"));
  }

  /** Null where the row stands alone. */
  private static String order(SheetLine line) {
    return line.text("number") == null ? null : line.text("number") + " " + line.text("phone");
  }

  /** The new id. */
  long create(long importId, SheetLine line) {
    var person =
        sql.row(
                "select user_id from sheet_import where id = ?",
                r -> r.getLong("user_id"),
                importId)
            .orElseThrow();
    var draft = new OrderDraft(line.text("address"), null, line.text("note"));
    var id =
        desk.create(client(line).orElseThrow(), null, null, draft, List.of(wish(line)), person);
    sql.change("update orders set import_id = ? where id = ?", importId, id);
    return id;
  }

  /** Names the new line. */
  List<String> add(long orderId, SheetLine line) {
    desk.add(orderId, version(orderId), List.of(wish(line)));
    return sql.rows(
        "select max(id) as id from order_line where order_id = ?",
        r -> LINE + r.getLong("id"),
        orderId);
  }

  /** False when somebody has moved it on or edited it: the import itself has only added lines. */
  boolean remove(long orderId) {
    return sql.change(
            """
            delete from orders o where o.id = ? and o.status = 'NEW' and o.version = (
              select count(*) from sheet_import_row r
              where r.organization_id = o.organization_id and r.import_id = o.import_id and r.order_id = o.id and r.outcome = 'UPDATED')
            """,
            orderId)
        == 1;
  }

  /**
   * Takes out what a file has added to the order of an earlier one; false when somebody has moved
   * it on.
   */
  boolean takeOut(long orderId, List<String> filled) {
    if (!isNew(orderId)) {
      return false;
    }
    filled.stream()
        .filter(word -> word.startsWith(LINE))
        .map(word -> Long.parseLong(word.substring(LINE.length())))
        .forEach(line -> desk.remove(orderId, version(orderId), line));
    return true;
  }

  boolean isGone(long orderId) {
    return sql.row("select 1 from orders where id = ?", r -> true, orderId).isEmpty();
  }

  /** Whether the order is one that this import has made. */
  boolean isOf(long importId, long orderId) {
    return sql.row(
            "select 1 from orders where id = ? and import_id = ?", r -> true, orderId, importId)
        .isPresent();
  }

  private int version(long orderId) {
    return sql.row("select version from orders where id = ?", r -> r.getInt("version"), orderId)
        .orElseThrow();
  }

  private Wish wish(SheetLine line) {
    var product = product(line).orElseThrow();
    var starts = (LocalDate) line.values().get("starts_on");
    var departure = starts == null ? null : departure(product, starts).orElseThrow().id();
    return new Wish(
        product, departure, unit(line), (Integer) line.values().getOrDefault("quantity", 1));
  }

  /** A departure is booked for people, anything else is counted in pieces. */
  private static PriceUnit unit(SheetLine line) {
    var usual = line.values().containsKey("starts_on") ? PriceUnit.ADULT : PriceUnit.PIECE;
    return (PriceUnit) line.values().getOrDefault("unit", usual);
  }
}
