package org.tulpar.simulator.llm;

import java.util.Map;

/** What the simulated model says: one text per language and intent, marked as simulated. */
final class Phrases {

  private static final Map<Language, Map<Intent, String>> TEXTS =
      Map.of(
          Language.RU,
          Map.of(
              Intent.GREETING, "Здравствуйте! Чем могу помочь?",
              Intent.PRICE,
                  "Цена зависит от дат и числа человек. На какие числа и на сколько человек считать?",
              Intent.DATES, "Даты подберём. Какие числа вам удобны и сколько вас будет?",
              Intent.HUMAN,
                  "Я отвечаю автоматически. Менеджер видит этот диалог и может ответить здесь.",
              Intent.THANKS, "Пожалуйста! Если появятся вопросы, пишите.",
              Intent.OTHER,
                  "Понял вас. Подскажите, что именно вас интересует: цена, даты или условия?"),
          Language.EN,
          Map.of(
              Intent.GREETING, "Hello! How can I help?",
              Intent.PRICE,
                  "The price depends on the dates and the number of people. What dates, and how many of you?",
              Intent.DATES,
                  "We will find dates. Which days suit you, and how many of you will there be?",
              Intent.HUMAN,
                  "I answer automatically. A manager sees this conversation and can answer here.",
              Intent.THANKS, "You are welcome! Write any time.",
              Intent.OTHER,
                  "I see. What would you like to know: the price, the dates or the terms?"),
          Language.AR,
          Map.of(
              Intent.GREETING, "مرحبًا! كيف يمكنني مساعدتك؟",
              Intent.PRICE, "السعر يعتمد على التواريخ وعدد الأشخاص. ما التواريخ وكم عددكم؟",
              Intent.DATES, "سنجد تواريخ مناسبة. أي أيام تناسبكم وكم عددكم؟",
              Intent.HUMAN, "أنا أجيب تلقائيًا. يرى الموظف هذه المحادثة ويمكنه الرد هنا.",
              Intent.THANKS, "على الرحب والسعة! اكتب لنا في أي وقت.",
              Intent.OTHER, "فهمت. ماذا تريد أن تعرف: السعر أم التواريخ أم الشروط؟"),
          Language.DE,
          Map.of(
              Intent.GREETING, "Guten Tag! Wie kann ich helfen?",
              Intent.PRICE,
                  "Der Preis hängt von den Daten und der Personenzahl ab. Wann und zu wievielt?",
              Intent.DATES, "Wir finden einen Termin. Welche Tage passen, und wie viele sind Sie?",
              Intent.HUMAN,
                  "Ich antworte automatisch. Ein Mitarbeiter sieht dieses Gespräch und kann hier antworten.",
              Intent.THANKS, "Gern geschehen! Schreiben Sie jederzeit.",
              Intent.OTHER, "Verstanden. Was möchten Sie wissen: Preis, Termine oder Bedingungen?"),
          Language.FR,
          Map.of(
              Intent.GREETING, "Bonjour ! Comment puis-je vous aider ?",
              Intent.PRICE,
                  "Le prix dépend des dates et du nombre de personnes. Quelles dates, et combien êtes-vous ?",
              Intent.DATES,
                  "Nous trouverons des dates. Quels jours vous conviennent, et combien êtes-vous ?",
              Intent.HUMAN,
                  "Je réponds automatiquement. Un conseiller voit cette conversation et peut répondre ici.",
              Intent.THANKS, "Je vous en prie ! Écrivez quand vous voulez.",
              Intent.OTHER,
                  "Je comprends. Que souhaitez-vous savoir : le prix, les dates ou les conditions ?"),
          Language.ES,
          Map.of(
              Intent.GREETING, "¡Hola! ¿En qué puedo ayudar?",
              Intent.PRICE,
                  "El precio depende de las fechas y del número de personas. ¿Qué fechas y cuántos son?",
              Intent.DATES, "Encontraremos fechas. ¿Qué días le convienen y cuántos son?",
              Intent.HUMAN,
                  "Respondo automáticamente. Un gestor ve esta conversación y puede responder aquí.",
              Intent.THANKS, "¡De nada! Escriba cuando quiera.",
              Intent.OTHER,
                  "Entiendo. ¿Qué desea saber: el precio, las fechas o las condiciones?"));

  private static final Map<Language, String> MARKS =
      Map.of(
          Language.RU, "(учебная модель)",
          Language.EN, "(simulated model)",
          Language.AR, "(نموذج تجريبي)",
          Language.DE, "(simuliertes Modell)",
          Language.FR, "(modèle simulé)",
          Language.ES, "(modelo simulado)");

  private Phrases() {}

  /** The answer to the last words of the user. */
  static String answer(String text, Language language) {
    return TEXTS.get(language).get(Intent.of(text)) + " " + MARKS.get(language);
  }
}
