package org.tulpar.deal.example;

import java.util.List;
import java.util.Locale;

/**
 * A dialogue that nobody had.
 *
 * @param client whose it is, by the place among the examples, from 0
 * @param handler who has it now: BOT, WAITING_HUMAN or HUMAN
 */
record ExampleTalk(int client, String handler, List<Said> said) {

  /**
   * @param author CLIENT, BOT or MANAGER
   */
  record Said(String author, String text) {

    boolean isIn() {
      return author.equals("CLIENT");
    }
  }

  /** What a person of the office says is in the reader's language; clients write in their own. */
  static List<ExampleTalk> all(Locale locale) {
    return all(
        ExampleClient.isRussian(locale)
            ? "Здравствуйте, Лейла! Сегодня подберу дом на пятерых и напишу."
            : "Hello Leila! I will look for a house for five today and write to you.");
  }

  private static List<ExampleTalk> all(String promise) {
    return List.of(
        new ExampleTalk(
            0,
            "WAITING_HUMAN",
            List.of(
                client("Здравствуйте! Сколько стоит Сон-Куль на двоих?"),
                bot("Здравствуйте! Три дня на Сон-Куле: 18 500 с человека, за двоих 37 000."),
                client("А с ребёнком шести лет можно? И хотим комнату с видом на озеро."))),
        new ExampleTalk(
            1,
            "BOT",
            List.of(
                client("Guten Tag, ist die Wanderung in Karakol auch für Anfänger geeignet?"),
                bot("Guten Tag! Ja, mit etwas Kondition: 3 Tage, der Pass liegt auf 3.900 m."))),
        new ExampleTalk(
            2,
            "HUMAN",
            List.of(
                client("مرحبا، نحن خمسة أشخاص ونريد أسبوعا في إيسيك كول"),
                manager(promise),
                client("شكرا"))));
  }

  private static Said client(String text) {
    return new Said("CLIENT", text);
  }

  private static Said bot(String text) {
    return new Said("BOT", text);
  }

  private static Said manager(String text) {
    return new Said("MANAGER", text);
  }
}
