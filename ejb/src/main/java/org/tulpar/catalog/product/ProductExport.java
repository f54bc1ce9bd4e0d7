package org.tulpar.catalog.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.Trail;
import org.tulpar.tenant.list.Place;
import org.tulpar.transfer.SafeCsv;

/** Writes the products of a filter, a price a line, as text that the import understands again. */
@Stateless
public class ProductExport {

  /** The lines of a product and its place in the list. */
  record Offer(Place place, List<List<String>> lines) {}

  @Repository
  static class Rows {

    private static final List<String> CELLS =
        List.of(
            "code",
            "name",
            "type",
            "description",
            "partner",
            "unit",
            "amount",
            "currency",
            "season",
            "valid_from",
            "valid_to");

    private static final String LINES =
        """
        select p.id, p.name_key, p.code, p.name, p.type, p.description, r.name as partner, x.unit, x.amount::text as amount, x.currency, x.season,
          x.valid_from::text as valid_from, x.valid_to::text as valid_to
        from (select p.* from product p where %s order by p.name_key, p.id limit ?) p
        left join partner r on r.organization_id = p.organization_id and r.id = p.partner_id
        left join product_price x on x.organization_id = p.organization_id and x.product_id = p.id
        order by p.name_key, p.id, x.unit, x.valid_from
        """;

    @Inject TenantSql sql;

    List<Offer> after(ProductFilter filter, Place from, int most) {
      var condition = filter.condition().beside(from, false, "p");
      var offers = new LinkedHashMap<Place, List<List<String>>>();
      sql.rows(
          LINES.formatted(condition.sql()),
          r ->
              offers
                  .computeIfAbsent(
                      new Place(r.getLong("id"), r.getString("name_key")), p -> new ArrayList<>())
                  .add(line(r)),
          condition.values(most));
      return offers.entrySet().stream().map(e -> new Offer(e.getKey(), e.getValue())).toList();
    }

    private static List<String> line(ResultSet r) throws SQLException {
      var line = new ArrayList<String>();
      for (var cell : CELLS) {
        line.add(r.getString(cell));
      }
      return line;
    }
  }

  @Inject Rows rows;
  @Inject Trail trail;

  /**
   * Writes by name and leaves the writer open. Who took them away, and how many, is kept for the
   * audit.
   *
   * @param titles of the columns: code, name, type, description, partner, unit, amount, currency,
   *     season, first and last day
   */
  public void write(
      ProductFilter filter, List<String> titles, char separator, long userId, Writer out) {
    var written =
        new SafeCsv(separator, out)
            .write(
                titles,
                (Place last, int most) -> rows.after(filter, last, most),
                Offer::place,
                offer -> offer.lines().stream());
    trail.record("products.exported", userId, "products", written);
  }
}
