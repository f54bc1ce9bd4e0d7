package org.tulpar.catalog.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tulpar.catalog.CatalogInput;
import org.tulpar.catalog.CatalogRefused;
import org.tulpar.catalog.product.DepartureDraft;
import org.tulpar.catalog.product.PriceDraft;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.ProductType;
import org.tulpar.transfer.RowProblem;
import org.tulpar.transfer.SafeCell;

/**
 * One row of a file: a product, and perhaps a price of it and a departure.
 *
 * @param type null when the row does not say it
 * @param price null when the row has none; the departure likewise
 */
record ProductLine(
    ProductType type,
    String code,
    String name,
    String description,
    String partner,
    PriceDraft price,
    DepartureDraft departure) {

  /** Either a line or what is wrong with it. */
  record Outcome(ProductLine line, RowProblem problem) {}

  private static final List<String> PRICED =
      List.of("price", "currency", "season", "valid_from", "valid_to");

  /** A row with its mapping, cell by cell. */
  private record Cells(Map<String, String> texts, List<String> mapping) {

    String of(String target) {
      return texts.get(target);
    }

    boolean has(String target) {
      var text = of(target);
      return text != null && !text.isBlank();
    }

    /** In the language of the interface or as the constant. */
    String constant(String target) {
      return Words.of(of(target));
    }

    RowProblem problem(String target, CatalogRefused refusal) {
      var column = mapping.indexOf(target);
      return new RowProblem(column < 0 ? null : column, refusal.reason());
    }
  }

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("amount", "price"),
          Map.entry("currency", "currency"),
          Map.entry("price_from", "valid_from"),
          Map.entry("departure_day", "starts_on"),
          Map.entry("seats", "seats"));

  static Outcome read(List<String> cells, List<String> mapping) {
    var texts = new HashMap<String, String>();
    for (int column = 0; column < mapping.size(); column++) {
      texts.put(mapping.get(column), SafeCell.read(cells.get(column)));
    }
    var row = new Cells(texts, mapping);
    return each(row).map(wrong -> new Outcome(null, wrong)).orElseGet(() -> whole(row));
  }

  /** What is wrong with one cell, whatever stands in the others. */
  private static Optional<RowProblem> each(Cells row) {
    for (var target : row.mapping()) {
      try {
        look(row, target);
      } catch (CatalogRefused e) {
        return Optional.of(row.problem(target, e));
      }
    }
    return Optional.empty();
  }

  private static void look(Cells row, String target) {
    switch (target) {
      case "code" -> CatalogInput.code(row.of(target));
      case "name", "partner", "season" -> CatalogInput.line(row.of(target));
      case "description" -> CatalogInput.text(row.of(target));
      case "type" -> CatalogInput.constant(row.constant(target), ProductType.values(), "type");
      case "unit" -> CatalogInput.constant(row.constant(target), PriceUnit.values(), "unit");
      case "price" -> CatalogInput.amount(row.of(target));
      case "currency" -> CatalogInput.currency(row.of(target));
      case "valid_from", "valid_to", "starts_on", "ends_on" -> CatalogInput.day(row.of(target));
      case "seats" -> CatalogInput.count(row.of(target));
      default -> {
        // a column that is left out
      }
    }
  }

  private static Outcome whole(Cells row) {
    try {
      var type = CatalogInput.constant(row.constant("type"), ProductType.values(), "type");
      var line =
          new ProductLine(
              type,
              CatalogInput.code(row.of("code")),
              CatalogInput.line(row.of("name")),
              CatalogInput.text(row.of("description")),
              CatalogInput.line(row.of("partner")),
              price(row, type),
              departure(row));
      return line.code == null && line.name == null
          ? new Outcome(null, new RowProblem(null, "nothing"))
          : new Outcome(line, null);
    } catch (CatalogRefused e) {
      return new Outcome(null, row.problem(COLUMNS.getOrDefault(e.reason(), ""), e));
    }
  }

  private static PriceDraft price(Cells row, ProductType type) {
    if (PRICED.stream().noneMatch(row::has)) {
      return null;
    }
    var unit = CatalogInput.constant(row.constant("unit"), PriceUnit.values(), "unit");
    return PriceDraft.read(
        unit == null ? usual(row, type) : unit,
        row.of("season"),
        row.of("price"),
        row.of("currency"),
        row.of("valid_from"),
        row.of("valid_to"));
  }

  private static PriceUnit usual(Cells row, ProductType type) {
    return type == ProductType.TOUR || row.has("starts_on") ? PriceUnit.ADULT : PriceUnit.PIECE;
  }

  private static DepartureDraft departure(Cells row) {
    return row.has("starts_on") || row.has("ends_on") || row.has("seats")
        ? DepartureDraft.read(row.of("starts_on"), row.of("ends_on"), row.of("seats"))
        : null;
  }
}
