package org.tulpar.web.client;

import java.util.Map;
import org.tulpar.client.TimelineLine;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.deal.DealChanges;

/**
 * A line of the timeline as it is shown.
 *
 * @param what what happened, in words
 * @param text what was written, or null
 * @param client whom it is about
 * @param day the words of a date separator above this line, or null
 */
public record TimelineRow(
    String glyph,
    String kind,
    String what,
    String person,
    String text,
    Long conversation,
    long clientId,
    String client,
    String time,
    String exact,
    String day) {

  private static final String HANDED_OVER = "conversation.handed_over";
  private static final String DEAL_EDITED = "deal.edited";

  private static final Map<String, String> GLYPHS =
      Map.ofEntries(
          Map.entry("conversation", "chat"),
          Map.entry("note", "note"),
          Map.entry("conversation.note", "note"),
          Map.entry("conversation.begun", "chat"),
          Map.entry("conversation.taken_over", "user"),
          Map.entry(HANDED_OVER, "user"),
          Map.entry("conversation.returned_to_bot", "bot"),
          Map.entry("client.merged", "users"),
          Map.entry("conversation.merged", "users"),
          Map.entry("client.merge_undone", "users"),
          Map.entry("client.created", "plus"),
          Map.entry("client.imported", "upload"),
          Map.entry("order.created", "cart"),
          Map.entry("order.confirmed", "cart"),
          Map.entry("order.paid", "cart"),
          Map.entry("order.done", "cart"),
          Map.entry("order.cancelled", "cart"),
          Map.entry("deal.created", "board"),
          Map.entry(DEAL_EDITED, "board"),
          Map.entry("deal.stage_changed", "board"));

  static TimelineRow of(TimelineLine line, String day, Reader reader) {
    return new TimelineRow(
        GLYPHS.getOrDefault(line.event(), "info"),
        line.event().endsWith("note") ? "noted" : "",
        what(line, reader),
        line.person(),
        text(line, reader),
        line.conversationId(),
        line.clientId(),
        line.client() == null ? reader.word("client.nameless") : line.client(),
        reader.clock(line.at()),
        reader.exact(line.at()),
        day);
  }

  /** In the words of the audit where the timeline has none of its own: nothing is hidden. */
  private static String what(TimelineLine line, Reader reader) {
    return reader
        .wordIfAny("timeline." + line.event(), line.messages(), line.detail())
        .or(() -> reader.wordIfAny("audit.event." + line.event()))
        .orElse(line.event());
  }

  /**
   * What somebody wrote; why the bot called a person is kept as the key of its words. Of a deal
   * that was edited its title, and beneath it what became of what.
   */
  private static String text(TimelineLine line, Reader reader) {
    if (DEAL_EDITED.equals(line.event())) {
      var changes = DealChanges.words(line.facts(), reader);
      return line.text() == null ? changes : line.text() + "\n" + changes;
    }
    return HANDED_OVER.equals(line.event()) && line.text() != null
        ? reader.wordIfAny(line.text()).orElse(line.text())
        : line.text();
  }
}
