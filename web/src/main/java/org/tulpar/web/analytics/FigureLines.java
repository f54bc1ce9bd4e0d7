package org.tulpar.web.analytics;

import java.util.ArrayList;
import java.util.List;
import org.tulpar.analytics.Figures;
import org.tulpar.analytics.Sales;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.deal.Choice;
import org.tulpar.web.conversation.Reader;

/** The rows of the dashboard's tables. */
final class FigureLines {

  private FigureLines() {}

  static List<StepLine> steps(Sales sales, Choice pipeline, Addresses addresses, Reader reader) {
    var first = sales.steps().stream().mapToLong(Sales.Step::reached).max().orElse(0);
    return sales.steps().stream()
        .map(
            step ->
                new StepLine(
                    step.name(),
                    first == 0 ? 0 : Math.round(100.0 * step.reached() / first),
                    new Counter(
                        Said.number(step.reached(), reader),
                        addresses.reached(pipeline.id(), step.stageId())),
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
    return figures.people().stream()
        .map(
            person ->
                new PersonLine(
                    person.name() == null ? reader.word("dashboard.phone") : person.name(),
                    Said.time(person.waits().median(), reader),
                    Said.time(person.waits().most(), reader),
                    Said.number(person.waits().answers(), reader),
                    new Counter(
                        Said.number(person.waits().conversations(), reader),
                        addresses.answeredBy(person.id()))))
        .toList();
  }

  /** Each channel, and all of them where there are several. */
  static List<ChannelLine> channels(Figures figures, Addresses addresses, Reader reader) {
    var lines = new ArrayList<ChannelLine>();
    for (var channel : figures.channels()) {
      lines.add(channel(channel, addresses, reader));
    }
    if (!lines.isEmpty()) {
      lines.add(whole(figures.whole(), addresses, reader));
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
        Said.percent(dialogues.share()),
        counter(
            dialogues.handedOver(),
            addresses.dialogues(InboxOutcome.HANDED_OVER, channel.id()),
            reader),
        counter(
            channel.waits().conversations(),
            addresses.dialogues(InboxOutcome.ANSWERED, channel.id()),
            reader),
        Said.time(channel.waits().median(), reader),
        false);
  }

  private static ChannelLine whole(Figures.Whole whole, Addresses addresses, Reader reader) {
    var dialogues = whole.dialogues();
    return new ChannelLine(
        reader.word("dashboard.whole"),
        counter(dialogues.asked(), addresses.dialogues(InboxOutcome.ASKED), reader),
        counter(dialogues.alone(), addresses.dialogues(InboxOutcome.BOT_ALONE), reader),
        Said.percent(dialogues.share()),
        counter(dialogues.handedOver(), addresses.dialogues(InboxOutcome.HANDED_OVER), reader),
        counter(whole.waits().conversations(), addresses.dialogues(InboxOutcome.ANSWERED), reader),
        Said.time(whole.waits().median(), reader),
        true);
  }

  private static Counter counter(long number, String address, Reader reader) {
    return new Counter(Said.number(number, reader), address);
  }

  static String words(String reason, Reader reader) {
    return reader.wordIfAny(reason).orElseGet(() -> reader.word("dashboard.reason.other"));
  }
}
