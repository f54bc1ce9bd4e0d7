package org.tulpar.catalog.transfer;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tulpar.catalog.partner.Partners;
import org.tulpar.catalog.product.Departures;
import org.tulpar.catalog.product.PriceDraft;
import org.tulpar.catalog.product.PriceFact;
import org.tulpar.catalog.product.Prices;
import org.tulpar.catalog.product.ProductEdit;
import org.tulpar.catalog.product.ProductType;
import org.tulpar.catalog.product.Products;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Writes rows of a file into products, and takes them out again. */
@Repository
class ImportedProducts {

  private static final String PRICE = "price:";
  private static final String DEPARTURE = "departure:";

  @Inject TenantSql sql;
  @Inject Products products;
  @Inject Prices prices;
  @Inject Departures departures;
  @Inject Partners partners;

  Optional<Long> known(ProductLine line) {
    return products.known(line.code(), line.name());
  }

  /** Whether another price holds on one of these days; the same price again is none. */
  boolean contradicts(long productId, PriceDraft draft) {
    return prices.within(productId, draft).stream().anyMatch(fact -> !isSame(fact, draft));
  }

  /**
   * Notes what a row will price, and tells whether a row before it prices one of those days too.
   *
   * @param claim the product, and behind a blank the unit, if the row has a price
   */
  boolean isClaimed(long importId, int row, String claim, PriceDraft draft) {
    sql.change(
        "update sheet_import_row set claim = ?, claim_from = ?, claim_to = ? where import_id = ? and"
            + " row_no = ?",
        claim,
        draft == null ? null : draft.from(),
        draft == null ? null : draft.to(),
        importId,
        row);
    return draft != null
        && sql.row(
                """
                select 1 from sheet_import_row where import_id = ? and claim = ? and row_no < ? and outcome = 'VALID'
                  and claim_from <= coalesce(?::date, 'infinity') and coalesce(claim_to, 'infinity') >= ? limit 1
                """,
                r -> true,
                importId,
                claim,
                row,
                draft.to(),
                draft.from())
            .isPresent();
  }

  /** Whether a row before it is about this product, so that it will be there. */
  boolean isPromised(long importId, int row, String subject) {
    return sql.row(
            """
            select 1 from sheet_import_row where import_id = ? and claim >= ? and claim < ? and row_no < ? and outcome = 'VALID' limit 1
            """,
            r -> true,
            importId,
            subject + " ",
            subject + "!",
            row)
        .isPresent();
  }

  /** The new id. */
  long create(long importId, ProductLine line) {
    var edit =
        new ProductEdit(
            type(line),
            line.code(),
            line.name(),
            line.description(),
            line.partner() == null ? null : partners.named(line.partner()),
            true,
            0);
    return products.insert(edit, importId).orElseThrow();
  }

  /** Adds what the product does not have yet and returns what that was. */
  List<String> fill(long productId, ProductLine line, boolean fills) {
    var filled = new ArrayList<String>();
    if (line.price() != null && prices.within(productId, line.price()).isEmpty()) {
      prices.insert(productId, line.price()).ifPresent(id -> filled.add(PRICE + id));
    }
    if (line.departure() != null) {
      var draft = line.departure();
      departures
          .insert(productId, draft.starts(), draft.ends(), draft.seats())
          .ifPresent(id -> filled.add(DEPARTURE + id));
    }
    if (fills && put(productId, "description", line.description())) {
      filled.add("description");
    }
    if (fills
        && line.partner() != null
        && put(productId, "partner_id", partners.named(line.partner()))) {
      filled.add("partner_id");
    }
    return filled;
  }

  /** False when it was ordered or a deal is about it since, or somebody has edited it. */
  boolean remove(long productId) {
    return sql.change(
            """
            delete from product p where p.id = ? and p.version = 0 and not exists (
              select from order_line l where l.organization_id = p.organization_id and l.product_id = p.id)
              and not exists (select from deal d where d.organization_id = p.organization_id and d.product_id = p.id)
            """,
            productId)
        == 1;
  }

  /** Takes back what a row has filled in; false when something of it is in use and stays. */
  boolean empty(long productId, List<String> filled) {
    var gone = true;
    for (var what : filled) {
      if (what.startsWith(PRICE)) {
        gone &= prices.remove(Long.parseLong(what.substring(PRICE.length()))).isPresent();
      } else if (what.startsWith(DEPARTURE)) {
        gone &= departures.remove(Long.parseLong(what.substring(DEPARTURE.length()))).isPresent();
      } else {
        sql.change(
            "update product set %s = null where id = ? and version = 0"
                .formatted(what.equals("description") ? "description" : "partner_id"),
            productId);
      }
    }
    return gone;
  }

  private boolean put(long productId, String column, Object value) {
    return value != null
        && sql.change(
                "update product set %1$s = ? where id = ? and %1$s is null".formatted(column),
                value,
                productId)
            == 1;
  }

  private static ProductType type(ProductLine line) {
    if (line.type() != null) {
      return line.type();
    }
    return line.departure() == null ? ProductType.GOODS : ProductType.TOUR;
  }

  private static boolean isSame(PriceFact fact, PriceDraft draft) {
    return fact.amount().compareTo(draft.amount()) == 0
        && fact.currency().equals(draft.currency())
        && fact.from().equals(draft.from())
        && Objects.equals(fact.to(), draft.to());
  }
}
