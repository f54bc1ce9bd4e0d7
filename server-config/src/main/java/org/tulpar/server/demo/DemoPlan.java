package org.tulpar.server.demo;

import java.util.List;

/**
 * What an organization of the demo is like: its people, its words, its hours.
 *
 * @param wishes what is to be found out about clients
 * @param people the administrator, then the manager
 */
record DemoPlan(
    String name,
    String timeZone,
    String locale,
    String instance,
    List<Person> people,
    String channelName,
    List<Account> accounts,
    String agentPrompt,
    String wishes,
    List<Rule> rules,
    String pipeline,
    List<Stage> stages,
    List<String> lostReasons,
    DemoCatalog catalog) {

  /** A channel beside the first one: its type, name, and the provider's own id of it. */
  public record Account(String type, String name, String instance) {}

  public record Person(String login, String name) {}

  public record Rule(String kind, List<String> keywords, String template, boolean handOver) {}

  public record Stage(String name, String kind, int probability, Integer rottenDays) {}

  private static final List<String> HUMAN = List.of("менеджер", "человек", "manager", "human");

  public Person admin() {
    return people.get(0);
  }

  public Person manager() {
    return people.get(1);
  }

  public static List<DemoPlan> all() {
    return List.of(tours(), water());
  }

  private static DemoPlan tours() {
    return new DemoPlan(
        "Тянь-Шань Тревел",
        "Asia/Bishkek",
        "ru",
        "tianshan",
        List.of(
            new Person("aigul@tianshan.demo", "Айгуль Садыкова"),
            new Person("bakyt@tianshan.demo", "Бакыт Осмонов")),
        "WhatsApp, туры",
        List.of(),
        "Ты отвечаешь клиентам турфирмы «Тянь-Шань Тревел»: туры на Иссык-Куль, Сон-Куль и в"
            + " Каракол. Пиши коротко, вежливо, на языке клиента. Цен и дат не выдумывай:"
            + " если их нет в переписке, скажи, что уточнит менеджер.",
        "Даты поездки, сколько взрослых и детей, возраст детей, особое питание.",
        List.of(
            new Rule("KEYWORD", HUMAN, "Передаю диалог менеджеру, он ответит здесь.", true),
            new Rule("OUT_OF_HOURS", List.of(), "Мы сейчас не работаем и ответим утром.", false),
            new Rule(
                "GREETING",
                List.of(),
                "Здравствуйте! Это «Тянь-Шань Тревел». Куда хотите поехать?",
                false)),
        "Продажа тура",
        List.of(
            new Stage("Новый", "OPEN", 10, 5),
            new Stage("Подбор тура", "OPEN", 40, 5),
            new Stage("Ждём оплату", "OPEN", 80, 5),
            new Stage("Оплачен", "WON", 100, null),
            new Stage("Отказ", "LOST", 0, null)),
        List.of("Дорого", "Не подошли даты", "Выбрали другую фирму", "Перестал отвечать"),
        DemoCatalog.tours());
  }

  private static DemoPlan water() {
    return new DemoPlan(
        "Steppe Water",
        "Asia/Almaty",
        "en",
        "steppe",
        List.of(
            new Person("dana@steppe.demo", "Dana Serikova"),
            new Person("timur@steppe.demo", "Timur Akhmetov")),
        "WhatsApp, orders",
        List.of(
            new Account("TELEGRAM", "Telegram, orders", "7000000001"),
            new Account("WHATSAPP_CLOUD", "WhatsApp, offers", "106540352242922"),
            new Account("CHAT2DESK", "WhatsApp, front desk", "17404")),
        "You answer the customers of Steppe Water, which delivers drinking water in 19-litre"
            + " bottles. Be brief and polite, write in the customer's language. Never invent a"
            + " price or a delivery time: if it is not in the dialogue, say that a manager will"
            + " tell.",
        "How many bottles, how often, the address, a convenient time.",
        List.of(
            new Rule(
                "KEYWORD",
                HUMAN,
                "I am handing you over to a manager, who will answer here.",
                true),
            new Rule(
                "OUT_OF_HOURS",
                List.of(),
                "We are closed now and will answer in the morning.",
                false),
            new Rule(
                "GREETING",
                List.of(),
                "Hello! This is Steppe Water. How many bottles shall we bring?",
                false)),
        "Orders",
        List.of(
            new Stage("New", "OPEN", 20, 5),
            new Stage("Confirmed", "OPEN", 70, 5),
            new Stage("Delivered", "WON", 100, null),
            new Stage("Cancelled", "LOST", 0, null)),
        List.of("Too expensive", "Too late", "Stopped answering"),
        DemoCatalog.water());
  }
}
