package org.tulpar.web.analytics;

import java.util.List;
import java.util.stream.Collectors;
import org.tulpar.analytics.Figures;
import org.tulpar.analytics.Needs;
import org.tulpar.analytics.Sales;
import org.tulpar.analytics.Urgent;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.deal.Choice;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.deal.Price;

/** The four numbers on top. */
record Tiles(Reader reader, Addresses addresses) {

  Tile waiting(Needs needs) {
    var meta = Todos.longest(needs, reader);
    return new Tile(
        "waiting",
        reader.word("dashboard.waiting"),
        Said.many(needs.waiting(), reader),
        "",
        meta.isEmpty() ? reader.word("dashboard.waiting.none") : meta,
        "",
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
            ? ""
            : reader.word(
                "dashboard.answers.more",
                Said.number(now.conversations(), reader),
                Said.time(figures.before().waits().median(), reader)),
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
            ? ""
            : was(Said.percent(figures.before().dialogues().share())),
        addresses.dialogues(InboxOutcome.BOT_ALONE),
        "");
  }

  Tile won(Sales sales, Choice pipeline, boolean several) {
    var sums = sums(sales.won(), reader);
    return new Tile(
        "won",
        reader.word("dashboard.won"),
        Said.number(sales.won().deals(), reader),
        "",
        sums.isEmpty() ? reader.word("dashboard.won.none") : sums,
        String.join(
            " · ",
            several
                ? List.of(pipeline.name(), was(Said.number(sales.before().deals(), reader)))
                : List.of(was(Said.number(sales.before().deals(), reader)))),
        addresses.won(pipeline.id()),
        "");
  }

  /** Each currency by itself. */
  static String sums(Sales.Won won, Reader reader) {
    return won.sums().entrySet().stream()
        .map(sum -> Price.of(sum.getValue(), sum.getKey(), reader.locale()))
        .collect(Collectors.joining(" · "));
  }

  private String was(String before) {
    return reader.word("dashboard.was", before);
  }
}
