package org.tulpar.deal.example;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Somebody who never was; the address lies in a domain that belongs to nobody.
 *
 * @param place of the open stage the deal lies in, from 0; the last one when there are fewer
 */
record ExampleClient(
    String name,
    String email,
    String language,
    String about,
    String title,
    BigDecimal amount,
    int place) {

  /** The tag that all of them bear. */
  static String tag(Locale locale) {
    return isRussian(locale) ? "Пример" : "Example";
  }

  static List<ExampleClient> all(Locale locale) {
    return isRussian(locale)
        ? List.of(
            of(
                "Анна Ветрова (пример)",
                1,
                "ru",
                "Двое взрослых, июль",
                "Сон-Куль, 3 дня",
                37_000,
                0),
            of("Марк Келлер (пример)", 2, "de", "Пишет по-немецки", "Каракол, поход", 64_000, 0),
            of("Лейла Хасан (пример)", 3, "ar", "Семья, пятеро", "Иссык-Куль, неделя", 180_000, 1),
            of("Тимур Ахметов (пример)", 4, "ru", "Постоянный клиент", "Ала-Арча, день", 12_000, 1),
            of("Софи Мартен (пример)", 5, "fr", "Просит гида", "Юрты, 2 ночи", 42_000, 2),
            of("Ольга Рыбак (пример)", 6, "ru", "Сравнивает цены", "Бишкек, экскурсия", 9_500, 0))
        : List.of(
            of(
                "Anna Vetrova (example)",
                1,
                "ru",
                "Two adults, July",
                "Song-Kul, 3 days",
                37_000,
                0),
            of("Mark Keller (example)", 2, "de", "Writes German", "Karakol, hike", 64_000, 0),
            of(
                "Leila Hassan (example)",
                3,
                "ar",
                "A family of five",
                "Issyk-Kul, a week",
                180_000,
                1),
            of("Timur Akhmetov (example)", 4, "ru", "Comes again", "Ala-Archa, a day", 12_000, 1),
            of(
                "Sophie Martin (example)",
                5,
                "fr",
                "Asks for a guide",
                "Yurts, 2 nights",
                42_000,
                2),
            of("Olga Rybak (example)", 6, "ru", "Compares prices", "Bishkek, a tour", 9_500, 0));
  }

  private static ExampleClient of(
      String name,
      int number,
      String language,
      String about,
      String title,
      long amount,
      int place) {
    return new ExampleClient(
        name,
        "example%d@example.com".formatted(number),
        language,
        about,
        title,
        BigDecimal.valueOf(amount),
        place);
  }

  static boolean isRussian(Locale locale) {
    return locale.getLanguage().equals("ru");
  }
}
