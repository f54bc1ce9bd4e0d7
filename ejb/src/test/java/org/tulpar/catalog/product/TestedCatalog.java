package org.tulpar.catalog.product;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tulpar.catalog.TestedToday;
import org.tulpar.catalog.Today;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;

/** Products outside a server, with the words a test needs to make them. */
public final class TestedCatalog {

  public static final long ADMIN = 2;

  private final TestedDatabase database;
  private final ProductFile file = new ProductFile();
  private final ProductList list = new ProductList();
  private final PriceList prices = new PriceList();
  private final ProductExport export = new ProductExport();

  static TestedCatalog atNoon(TestedDatabase database) {
    return at(database, "2026-06-15T06:00:00Z");
  }

  static TestedCatalog at(TestedDatabase database, String moment) {
    return new TestedCatalog(database, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
  }

  public TestedCatalog(TestedDatabase database, Clock clock) {
    this.database = database;
    file.today = TestedToday.today(database, clock);
    file.trail = TestedTrail.trail(database);
    file.products = new Products();
    file.products.sql = database.sql();
    file.departures = new Departures();
    file.departures.sql = database.sql();
    file.prices = new Prices();
    file.prices.sql = database.sql();
    file.products.departures = file.departures;
    file.products.prices = file.prices;
    list.today = file.today;
    list.rows = new ProductRows();
    list.rows.sql = database.sql();
    list.rows.prices = file.prices;
    prices.prices = file.prices;
    prices.today = file.today;
    export.rows = new ProductExport.Rows();
    export.rows.sql = database.sql();
    export.trail = file.trail;
  }

  public ProductFile file() {
    return file;
  }

  public ProductList list() {
    return list;
  }

  public PriceList prices() {
    return prices;
  }

  public ProductExport export() {
    return export;
  }

  public Products products() {
    return file.products;
  }

  public Departures departures() {
    return file.departures;
  }

  public Prices facts() {
    return file.prices;
  }

  public Today today() {
    return file.today;
  }

  public long tour(String code, String name) {
    return database.within(
        () -> file.add(new ProductEdit(ProductType.TOUR, code, name, null, null, true, 0), ADMIN));
  }

  public long goods(String name) {
    return database.within(
        () -> file.add(new ProductEdit(ProductType.GOODS, null, name, null, null, true, 0), ADMIN));
  }

  public long price(long product, PriceUnit unit, String amount, String from, String to) {
    return price(product, unit, amount, "KGS", from, to);
  }

  public long price(
      long product, PriceUnit unit, String amount, String currency, String from, String to) {
    return database.within(
        () -> file.price(product, PriceDraft.read(unit, null, amount, currency, from, to), ADMIN));
  }

  public long departure(long product, String day, int seats) {
    return database.within(
        () -> file.departure(product, day, null, Integer.toString(seats), ADMIN));
  }

  public ProductCard card(long product) {
    return database.within(() -> file.card(product)).orElseThrow();
  }

  public int taken(long departure) throws SQLException {
    return Integer.parseInt(
        database
            .look(
                "select taken from product_departure where organization_id = ? and id = ?",
                departure)
            .getFirst());
  }

  public static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
