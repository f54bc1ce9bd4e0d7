package org.tulpar.server.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/**
 * What a demo organization sells: a few products with prices, tours with departures to come. Days
 * are counted from the day the demo is made, so that there is something to order.
 */
public record DemoCatalog(Partner partner, List<Product> products) {

  /**
   * @param commission percent
   */
  public record Partner(String name, String person, String phone, int commission) {}

  /**
   * @param ofPartner whether it is the partner's
   * @param days of the tour; 0 when it has no departures
   */
  public record Product(
      String type,
      String code,
      String name,
      String description,
      boolean ofPartner,
      int days,
      int seats,
      List<Price> prices) {}

  /** A price from one day to another, counted from today; no end is null. */
  public record Price(
      String unit, String season, String amount, String currency, int from, Integer to) {}

  /** So many departures of each tour, two weeks apart. */
  private static final int DEPARTURES = 4;

  private static final int APART = 14;

  static DemoCatalog tours() {
    return new DemoCatalog(
        new Partner("Юрточный лагерь «Сары-Булак»", "Нурлан Абдыев", "996555010203", 12),
        List.of(
            new Product(
                "TOUR",
                "IK-3",
                "Иссык-Куль и каньон Сказка, 3 дня",
                "Южный берег, каньон Сказка, купание. Трансфер из Бишкека, две ночи в гостевом доме.",
                false,
                3,
                12,
                seasons("12500", "9000", "15500", "11500")),
            new Product(
                "TOUR",
                "SK-2",
                "Сон-Куль верхом, 2 дня",
                "Юрты у озера, лошади, ужин у костра.",
                true,
                2,
                8,
                seasons("9800", "7000", "11800", "8500")),
            new Product(
                "TOUR",
                "KR-1",
                "Каракол и Джеты-Огуз, 1 день",
                "Скалы Семь Быков, дунганская мечеть, обед.",
                false,
                1,
                16,
                seasons("4500", "3200", "5200", "3800")),
            new Product(
                "SERVICE",
                "GD-1",
                "Гид-переводчик, день",
                "Английский, немецкий или французский.",
                false,
                0,
                0,
                List.of(new Price("PIECE", null, "60", "USD", 0, null)))));
  }

  static DemoCatalog water() {
    return new DemoCatalog(
        new Partner("Alatau Coolers", "Marat Omarov", "77015550199", 8),
        List.of(
            new Product(
                "GOODS",
                "W-19",
                "Drinking water, 19 l",
                "A returnable bottle, delivered to the door.",
                false,
                0,
                0,
                List.of(new Price("PIECE", null, "1400", "KZT", 0, null))),
            new Product(
                "GOODS",
                "W-19-N",
                "Drinking water, 19 l, with a new bottle",
                "For the first order.",
                false,
                0,
                0,
                List.of(new Price("PIECE", null, "3900", "KZT", 0, null))),
            new Product(
                "GOODS",
                "CL-2",
                "Cooler, hot and cold",
                "Floor-standing, one year of guarantee.",
                true,
                0,
                0,
                List.of(new Price("PIECE", null, "64900", "KZT", 0, null)))));
  }

  void write(Rows rows) throws SQLException {
    var partnerId = rows.nextId();
    rows.execute(
        "insert into partner (organization_id, id, name, person, phone, commission) values (?, ?, ?,"
            + " ?, ?, ?)",
        partnerId,
        partner.name(),
        partner.person(),
        partner.phone(),
        partner.commission());
    for (var product : products) {
      write(rows, product, product.ofPartner() ? partnerId : null);
    }
  }

  private static void write(Rows rows, Product product, Long partnerId) throws SQLException {
    var id = rows.nextId();
    rows.execute(
        "insert into product (organization_id, id, type, code, name, description, partner_id) values"
            + " (?, ?, ?, ?, ?, ?, ?)",
        id,
        product.type(),
        product.code(),
        product.name(),
        product.description(),
        partnerId);
    for (var price : product.prices()) {
      rows.execute(
          "insert into product_price (organization_id, id, product_id, unit, season, amount, currency,"
              + " valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?, current_date + ?,"
              + " current_date + ?::int)",
          rows.nextId(),
          id,
          price.unit(),
          price.season(),
          new BigDecimal(price.amount()),
          price.currency(),
          price.from(),
          price.to());
    }
    for (int i = 1; i <= DEPARTURES && product.days() > 0; i++) {
      rows.execute(
          "insert into product_departure (organization_id, id, product_id, starts_on, ends_on, seats)"
              + " values (?, ?, ?, current_date + ?, current_date + ?, ?)",
          rows.nextId(),
          id,
          i * APART,
          i * APART + product.days() - 1,
          product.seats());
    }
  }

  /** What holds for the next five weeks, and what holds after them. */
  private static List<Price> seasons(
      String adult, String child, String laterAdult, String laterChild) {
    return List.of(
        new Price("ADULT", "Сейчас", adult, "KGS", 0, 34),
        new Price("CHILD", "Сейчас", child, "KGS", 0, 34),
        new Price("ADULT", "Высокий сезон", laterAdult, "KGS", 35, null),
        new Price("CHILD", "Высокий сезон", laterChild, "KGS", 35, null));
  }
}
