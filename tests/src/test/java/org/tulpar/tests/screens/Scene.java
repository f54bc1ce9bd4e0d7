package org.tulpar.tests.screens;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Planted;
import org.tulpar.tests.server.Simulator;

/**
 * What guests have written before the pictures are taken: several languages, all kinds of lengths.
 */
final class Scene {

  private record Guest(String number, String name, List<String> words) {}

  private static final List<Guest> GUESTS =
      List.of(
          new Guest(
              "996555120011",
              "Елена Воронцова",
              List.of(
                  "Добрый день!",
                  "Хотим на Иссык-Куль всей семьёй, нас пятеро, двое детей. Сколько это стоит и есть ли места на 12 июля?")),
          new Guest(
              "4915112345678",
              "Katharina Schönfelder-Hoffmann",
              List.of(
                  "Guten Tag, wir sind vier Personen und möchten im September nach Song-Kul reiten. Was kostet das?")),
          new Guest(
              "966512345678",
              "محمد العتيبي",
              List.of("مرحبا، كم سعر الرحلة إلى بحيرة إيسيك كول لشخصين لمدة 3 أيام؟")),
          new Guest(
              "996700445566",
              "Чынара Мамбетакунова",
              List.of("Саламатсызбы! Каракол туру канча турат?", "Эртең бара алабызбы?")),
          new Guest(
              "447700900123",
              "Oliver Wright",
              List.of(
                  "Hi! Two of us, flying into Bishkek on 3 August.",
                  "Could you arrange the airport transfer and a guide who speaks English?")),
          new Guest(
              "33612345678",
              "Amélie Lefèvre",
              List.of("Bonjour, avez-vous des chevaux adaptés aux débutants ?")),
          new Guest("996777010203", "Тимур", List.of("Позовите человека, пожалуйста")),
          new Guest(
              "48501234567",
              "Małgorzata Wiśniewska",
              List.of("Dzień dobry, czy jest jeszcze wolne miejsce 20 lipca?")),
          new Guest(
              "77015551234", "Айгерим Нұрланқызы", List.of("Алматыдан Қарақолға автобус бар ма?")),
          new Guest(
              "996999887766",
              "Ольга",
              List.of("Спасибо за поездку! Всё было чудесно, особенно гид 🙂")),
          new Guest(
              "34612345678",
              "Lucía Fernández",
              List.of("¿Hay plazas para cinco personas el 3 de agosto?")),
          new Guest(
              "996312001122",
              "Администрация школы-гимназии № 5 имени Токтогула Сатылганова",
              List.of(
                  "Нужен автобус на 40 детей в Ала-Арчу, с обедом и двумя гидами, счёт на школу",
                  "Выезд 14 мая, бюджет до 60000 сом. Как оплатить?")));

  private Scene() {}

  /** All have written, whom the bot answers has an answer, and what they tell is on their cards. */
  static void play(Demo demo) {
    var instance = demo.first().channel().instance();
    for (var guest : GUESTS) {
      for (var words : guest.words()) {
        Simulator.customerWrites(instance, guest.number(), guest.name(), words);
      }
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                !Gateway.sentTo(instance, GUESTS.getFirst().number()).isEmpty()
                    && Planted.factsOf(GUESTS.getLast().number()) > 0);
  }
}
