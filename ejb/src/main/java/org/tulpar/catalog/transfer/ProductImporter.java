package org.tulpar.catalog.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tulpar.catalog.product.ProductType;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.ImportRow;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.Importer;
import org.tulpar.transfer.RowProblem;
import org.tulpar.transfer.RowResult;

/** A row becomes a product, or adds a price and a departure to a known one. */
@ApplicationScoped
public class ProductImporter implements Importer {

  @Inject ImportedProducts products;

  @Override
  public ImportKind kind() {
    return ImportKind.PRODUCTS;
  }

  @Override
  public List<String> guess(List<String> header) {
    return ProductMapping.COLUMNS.guess(header);
  }

  @Override
  public List<String> checked(List<String> targets, int columns) {
    return ProductMapping.COLUMNS.checked(targets, columns);
  }

  @Override
  public Portion open(ImportView one) {
    return new Offers(one, products);
  }

  private record Offers(ImportView one, ImportedProducts products) implements Portion {

    @Override
    public Optional<RowProblem> check(ImportRow row) {
      var read = ProductLine.read(row.cells(), one.mapping());
      return read.problem() == null ? problem(row, read.line()) : Optional.of(read.problem());
    }

    /** What is wrong beside other rows and beside what is there. */
    private Optional<RowProblem> problem(ImportRow row, ProductLine line) {
      var known = products.known(line);
      if (known.isEmpty()
          && line.name() == null
          && !products.isPromised(one.id(), row.number(), subject(line))) {
        return wrong("name", "code_unknown");
      }
      if (line.departure() != null && line.type() != null && line.type() != ProductType.TOUR) {
        return wrong("starts_on", "no_tour");
      }
      var price = line.price();
      var beside = known.filter(id -> price != null && products.contradicts(id, price)).isPresent();
      var claim = subject(line) + " " + (price == null ? "" : price.unit());
      var claimed = products.isClaimed(one.id(), row.number(), claim, price);
      return claimed || beside ? wrong("price", "price_overlaps") : Optional.empty();
    }

    @Override
    public RowResult apply(ImportRow row) {
      var line = ProductLine.read(row.cells(), one.mapping()).line();
      var known = products.known(line);
      if (known.isPresent()) {
        var filled = products.fill(known.get(), line, one.fills());
        return new RowResult(false, known.get(), filled);
      }
      var id = products.create(one.id(), line);
      return new RowResult(true, id, products.fill(id, line, false));
    }

    @Override
    public boolean undo(ImportRow row) {
      return row.outcome().equals("CREATED")
          ? products.remove(row.subjectId())
          : products.empty(row.subjectId(), row.filled());
    }

    private Optional<RowProblem> wrong(String target, String reason) {
      var column = one.mapping().indexOf(target);
      return Optional.of(new RowProblem(column < 0 ? null : column, reason));
    }

    private static String subject(ProductLine line) {
      return (line.code() == null ? "=" + line.name() : "#" + line.code()).toLowerCase(Locale.ROOT);
    }
  }
}
