package org.tulpar.web.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tulpar.analytics.Figures;
import org.tulpar.analytics.Sales;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.deal.Board;
import org.tulpar.deal.Choice;
import org.tulpar.web.conversation.Reader;

/** The rows of the dashboard's tables. */
final class FigureLines {

  private FigureLines() {}

  /**
   * @param narrowed what the funnel is narrowed to, as an address has it
   */
  static List<StepLine> steps(
      Sales sales, Choice pipeline, String narrowed, Addresses addresses, Reader reader) {
    var first = sales.steps().stream().mapToLong(Sales.Step::reached).max().orElse(0);
    return sales.steps().stream()
        .map(
            step ->
                new StepLine(
                    step.name(),
                    first == 0 ? 0 : Math.round(100.0 * step.reached() / first),
                    new Counter(
                        Said.number(step.reached(), reader),
                        addresses.reached(pipeline.id(), step.stageId(), narrowed)),
                    step.percent() == null ? "" : Said.percent(step.percent())))
        .toList();
  }

  static List<ReasonLine> reasons(Figures figures, Addresses addresses, Reader reader) {
    var all = figures.whole().dialogues().handedOver();
    return figures.reasons().stream()
        .map(
            reason ->
                new ReasonLine(
                    words(reason.code(), reader),
                    new Counter(
                        Said.number(reason.conversations(), reader),
                        addresses.handedOverFor(reason.code())),
                    Said.percent(
                        all == 0 ? null : (int) Math.round(100.0 * reason.conversations() / all))))
        .toList();
  }

  static Counter handedOver(Figures figures, Addresses addresses, Reader reader) {
    return new Counter(
        Said.number(figures.whole().dialogues().handedOver(), reader),
        addresses.dialogues(InboxOutcome.HANDED_OVER));
  }

  static List<PersonLine> people(Figures figures, Addresses addresses, Reader reader) {
    return figures.people().stream().map(person -> person(person, addresses, reader)).toList();
  }

  private static PersonLine person(Figures.Person person, Addresses addresses, Reader reader) {
    var waits = person.waits();
    var answers = Addresses.answers(addresses.answers().by(person.id()));
    return new PersonLine(
        person.name() == null ? reader.word("dashboard.phone") : person.name(),
        new Counter(Said.time(waits.median(), reader), answers),
        new Counter(Said.time(waits.most(), reader), answers),
        counter(waits.answers(), answers, reader),
        counter(person.messages(), addresses.writtenBy(person.id()), reader),
        counter(waits.conversations(), addresses.answeredBy(person.id()), reader));
  }

  static List<OwnerLine> owners(Sales sales, long pipeline, Addresses addresses, Reader reader) {
    return sales.owners().stream()
        .map(
            owner ->
                new OwnerLine(
                    owner.name() == null ? reader.word("deal.nobody") : owner.name(),
                    counter(owner.open(), Addresses.ownedBy(pipeline, owner.id()), reader),
                    counter(owner.won().deals(), addresses.wonBy(pipeline, owner.id()), reader),
                    counter(owner.lost(), addresses.lostBy(pipeline, owner.id()), reader),
                    Tiles.sums(owner.won(), reader)))
        .toList();
  }

  static List<ReasonLine> lost(Sales sales, long pipeline, Addresses addresses, Reader reader) {
    var all = sales.lost().stream().mapToLong(Board.Lost::deals).sum();
    return sales.lost().stream()
        .map(
            one ->
                new ReasonLine(
                    one.name() == null ? reader.word("dashboard.lost.unsaid") : one.name(),
                    counter(one.deals(), addresses.lostFor(pipeline, one.reasonId()), reader),
                    Said.percent((int) Math.round(100.0 * one.deals() / all))))
        .toList();
  }

  static Counter lostInAll(Sales sales, long pipeline, Addresses addresses, Reader reader) {
    return counter(
        sales.lost().stream().mapToLong(Board.Lost::deals).sum(), addresses.lost(pipeline), reader);
  }

  /** Each channel, and all of them where there are several. */
  static List<ChannelLine> channels(Figures figures, Addresses addresses, Reader reader) {
    var lines = new ArrayList<ChannelLine>();
    for (var channel : figures.channels()) {
      lines.add(channel(channel, addresses, reader));
    }
    if (!lines.isEmpty()) {
      lines.add(whole(figures, addresses, reader));
    }
    return lines;
  }

  private static ChannelLine channel(Figures.Channel channel, Addresses addresses, Reader reader) {
    var dialogues = channel.dialogues();
    return new ChannelLine(
        channel.name(),
        counter(dialogues.asked(), addresses.dialogues(InboxOutcome.ASKED, channel.id()), reader),
        counter(
            dialogues.alone(), addresses.dialogues(InboxOutcome.BOT_ALONE, channel.id()), reader),
        new Counter(
            Said.percent(dialogues.share()),
            addresses.dialogues(InboxOutcome.BOT_ALONE, channel.id())),
        counter(
            dialogues.handedOver(),
            addresses.dialogues(InboxOutcome.HANDED_OVER, channel.id()),
            reader),
        counter(
            channel.waits().conversations(),
            addresses.dialogues(InboxOutcome.ANSWERED, channel.id()),
            reader),
        new Counter(
            Said.time(channel.waits().median(), reader),
            Addresses.answers(addresses.answers().in(channel.id()))),
        messages(channel.messages(), outcome -> addresses.dialogues(outcome, channel.id()), reader),
        false);
  }

  private static ChannelLine whole(Figures figures, Addresses addresses, Reader reader) {
    var whole = figures.whole();
    var dialogues = whole.dialogues();
    return new ChannelLine(
        reader.word("dashboard.whole"),
        counter(dialogues.asked(), addresses.dialogues(InboxOutcome.ASKED), reader),
        counter(dialogues.alone(), addresses.dialogues(InboxOutcome.BOT_ALONE), reader),
        new Counter(Said.percent(dialogues.share()), addresses.dialogues(InboxOutcome.BOT_ALONE)),
        counter(dialogues.handedOver(), addresses.dialogues(InboxOutcome.HANDED_OVER), reader),
        counter(whole.waits().conversations(), addresses.dialogues(InboxOutcome.ANSWERED), reader),
        new Counter(
            Said.time(whole.waits().median(), reader), Addresses.answers(addresses.answers())),
        messages(sum(figures.channels()), addresses::dialogues, reader),
        true);
  }

  private static Figures.Messages sum(List<Figures.Channel> channels) {
    return channels.stream()
        .map(Figures.Channel::messages)
        .reduce(
            new Figures.Messages(0, 0, 0),
            (a, b) ->
                new Figures.Messages(
                    a.client() + b.client(), a.bot() + b.bot(), a.person() + b.person()));
  }

  private static ChannelLine.Messages messages(
      Figures.Messages messages, Function<InboxOutcome, String> address, Reader reader) {
    return new ChannelLine.Messages(
        counter(messages.client(), address.apply(InboxOutcome.ASKED), reader),
        counter(messages.bot(), address.apply(InboxOutcome.BOT_WROTE), reader),
        counter(messages.person(), address.apply(InboxOutcome.PERSON_WROTE), reader));
  }

  private static Counter counter(long number, String address, Reader reader) {
    return new Counter(Said.number(number, reader), address);
  }

  static String words(String reason, Reader reader) {
    return reader.wordIfAny(reason).orElseGet(() -> reader.word("dashboard.reason.other"));
  }
}
