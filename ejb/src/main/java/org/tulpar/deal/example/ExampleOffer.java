package org.tulpar.deal.example;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.tulpar.catalog.product.ProductType;

/**
 * Something that nobody offers.
 *
 * @param departs in so many days, or null where nobody sets out
 */
record ExampleOffer(
    ProductType type, String name, String description, BigDecimal price, Integer departs) {

  static final String SEATS = "12";

  /** In the order in which the examples' orders name them. */
  static List<ExampleOffer> all(Locale locale) {
    return ExampleClient.isRussian(locale)
        ? List.of(
            tour(
                "Сон-Куль, 3 дня (пример)",
                "Юрты у озера, лошади, трёхразовое питание",
                18_500,
                20),
            tour("Каракол, поход (пример)", "Ала-Куль с гидом и носильщиком", 32_000, 34),
            goods("Прокат палатки (пример)", "За сутки", 500))
        : List.of(
            tour("Song-Kul, 3 days (example)", "Yurts by the lake, horses, all meals", 18_500, 20),
            tour("Karakol, hike (example)", "Ala-Kul with a guide and a porter", 32_000, 34),
            goods("Tent for hire (example)", "For a day", 500));
  }

  private static ExampleOffer tour(String name, String description, long price, int departs) {
    return new ExampleOffer(
        ProductType.TOUR, name, description, BigDecimal.valueOf(price), departs);
  }

  private static ExampleOffer goods(String name, String description, long price) {
    return new ExampleOffer(ProductType.GOODS, name, description, BigDecimal.valueOf(price), null);
  }
}
