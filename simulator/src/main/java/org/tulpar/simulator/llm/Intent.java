package org.tulpar.simulator.llm;

import java.util.List;
import java.util.Locale;

/** What a message is about, by the stems it contains; the first intent that fits wins. */
enum Intent {
  HUMAN(
      "человек",
      "менеджер",
      "оператор",
      "сотрудник",
      "адам",
      "живой",
      "human",
      "manager",
      "operator",
      "real person",
      "agent",
      "mensch",
      "mitarbeiter",
      "conseiller",
      "humain",
      "humano",
      "persona",
      "موظف",
      "إنسان",
      "شخص",
      "مدير"),
  PRICE(
      "цен",
      "стоит",
      "стоимост",
      "сколько",
      "прайс",
      "скидк",
      "баға",
      "баа",
      "канча",
      "қанша",
      "price",
      "cost",
      "how much",
      "discount",
      "preis",
      "kostet",
      "rabatt",
      "prix",
      "combien",
      "coût",
      "precio",
      "cuánto",
      "cuanto",
      "cuesta",
      "سعر",
      "كم",
      "تكلفة",
      "خصم"),
  DATES(
      "когда",
      "дат",
      "числ",
      "июн",
      "июл",
      "август",
      "завтра",
      "қашан",
      "качан",
      "when",
      "date",
      "june",
      "july",
      "august",
      "tomorrow",
      "wann",
      "datum",
      "juni",
      "juli",
      "quand",
      "juillet",
      "août",
      "cuándo",
      "cuando",
      "fecha",
      "julio",
      "متى",
      "تاريخ",
      "يوليو"),
  THANKS("спасибо", "рахмет", "рахмат", "thank", "danke", "merci", "gracias", "شكر"),
  GREETING(
      "здравствуй",
      "привет",
      "добрый",
      "салам",
      "сәлем",
      "hello",
      "good morning",
      "good day",
      "hi ",
      "hallo",
      "guten",
      "bonjour",
      "salut",
      "hola",
      "buenos",
      "buenas",
      "مرحب",
      "السلام"),
  OTHER;

  private final List<String> stems;

  Intent(String... stems) {
    this.stems = List.of(stems);
  }

  static Intent of(String text) {
    var lower = text.toLowerCase(Locale.ROOT) + " ";
    for (var intent : values()) {
      if (intent.stems.stream().anyMatch(lower::contains)) {
        return intent;
      }
    }
    return OTHER;
  }
}
