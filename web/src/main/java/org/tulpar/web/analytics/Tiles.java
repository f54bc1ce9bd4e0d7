package org.tulpar.web.analytics;

import java.util.List;
import java.util.stream.Collectors;
import org.tulpar.analytics.Figures;
import org.tulpar.analytics.Needs;
import org.tulpar.analytics.Period;
import org.tulpar.analytics.Sales;
import org.tulpar.analytics.Urgent;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.deal.Choice;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.deal.Price;

/** The four numbers on top. */
record Tiles(Reader reader, Addresses addresses, Addresses before) {

  Tiles(Reader reader, Period period) {
    this(reader, new Addresses(period), new Addresses(period.before()));
  }

  Tile waiting(Needs needs) {
    var meta = Todos.longest(needs, reader);
    return new Tile(
        "waiting",
        reader.word("dashboard.waiting"),
        Said.many(needs.waiting(), reader),
        "",
        meta.isEmpty() ? reader.word("dashboard.waiting.none") : meta,
        List.of(),
        Addresses.inbox(Urgent.WAITING),
        needs.waiting() > 0 ? "waiting" : "");
  }

  Tile answers(Figures figures) {
    var now = figures.whole().waits();
    var none = now.median() == null;
    return new Tile(
        "answers",
        reader.word("dashboard.answers"),
        none ? "–" : Said.value(now.median()),
        none ? "" : Said.unit(now.median(), reader),
        none
            ? reader.word("dashboard.answers.none")
            : reader.word("dashboard.answers.meta", Said.time(now.most(), reader)),
        none
            ? List.of()
            : List.of(
                new Counter(
                    reader.word("dashboard.answers.more", Said.number(now.conversations(), reader)),
                    addresses.dialogues(InboxOutcome.ANSWERED)),
                was(
                    Said.time(figures.before().waits().median(), reader),
                    Addresses.answers(before.answers()))),
        Addresses.answers(addresses.answers()),
        "");
  }

  Tile bot(Figures figures) {
    var now = figures.whole().dialogues();
    return new Tile(
        "bot",
        reader.word("dashboard.bot"),
        now.share() == null ? "–" : Integer.toString(now.share()),
        now.share() == null ? "" : "%",
        reader.word(
            "dashboard.bot.meta",
            Said.number(now.alone(), reader),
            Said.number(now.asked(), reader)),
        figures.before().dialogues().share() == null
            ? List.of()
            : List.of(
                was(
                    Said.percent(figures.before().dialogues().share()),
                    before.dialogues(InboxOutcome.BOT_ALONE))),
        addresses.dialogues(InboxOutcome.BOT_ALONE),
        "");
  }

  Tile won(Sales sales, Choice pipeline, boolean several) {
    var sums = sums(sales.won(), reader);
    var was = was(Said.number(sales.before().deals(), reader), before.won(pipeline.id()));
    return new Tile(
        "won",
        reader.word("dashboard.won"),
        Said.number(sales.won().deals(), reader),
        "",
        sums.isEmpty() ? reader.word("dashboard.won.none") : sums,
        several
            ? List.of(new Counter(pipeline.name(), Addresses.board(pipeline.id())), was)
            : List.of(was),
        addresses.won(pipeline.id()),
        "");
  }

  /** Each currency by itself. */
  static String sums(Sales.Won won, Reader reader) {
    return won.sums().entrySet().stream()
        .map(sum -> Price.of(sum.getValue(), sum.getKey(), reader.locale()))
        .collect(Collectors.joining(" · "));
  }

  private Counter was(String figure, String address) {
    return new Counter(reader.word("dashboard.was", figure), address);
  }
}
