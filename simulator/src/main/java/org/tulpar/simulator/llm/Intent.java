package org.tulpar.simulator.llm;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a message is about, by the beginnings of its words; the first intent that fits wins. */
enum Intent {
  HUMAN(
      "человек",
      "менеджер",
      "оператор",
      "сотрудник",
      "живой",
      "жив",
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
      "persona ",
      "gestor",
      "موظف",
      "الموظف",
      "مدير",
      "المدير"),
  PRICE(
      "цен",
      "стоит",
      "стоимост",
      "сколько",
      "прайс",
      "скидк",
      "баға",
      "баасы",
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
      "السعر",
      "كم ",
      "تكلفة",
      "خصم"),
  DATES(
      "когда",
      "дата",
      "даты",
      "датах",
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
      "juni ",
      "juli ",
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
      "добр",
      "салам",
      "сәлем",
      "hello",
      "hi ",
      "hey ",
      "good ",
      "hallo",
      "guten",
      "bonjour",
      "salut",
      "hola",
      "buenos",
      "buenas",
      "مرحب",
      "السلام",
      "أهلا"),
  OTHER;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<String> stems;

  Intent(String... stems) {
    this.stems = List.of(stems);
  }

  static Intent of(String text) {
    var words = " " + BETWEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ") + " ";
    for (var intent : values()) {
      if (intent.stems.stream().anyMatch(stem -> words.contains(" " + stem))) {
        return intent;
      }
    }
    return OTHER;
  }
}
