package org.tulpar.web.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.tulpar.channel.ChannelType;

/**
 * How much of a messenger's window for free text is left, as a ring; it runs on in the browser.
 *
 * @param kind class of the ring: low, shut or none
 * @param dash of a circle whose length is 34.6
 * @param title in words, for who does not see it
 * @param text beside the ring in the composer
 * @param until when the window closes, in milliseconds; null when it has
 * @param whole how long it is, in milliseconds
 */
public record Ring(String kind, String dash, String title, String text, Long until, long whole) {

  private static final double LENGTH = 34.6;
  private static final double LOW = 0.25;

  /** In twentieths: a row is not exchanged for less. */
  private static final int STEPS = 20;

  /** Null where the messenger has no window. */
  static Ring of(ChannelType type, Instant lastClientAt, Reader reader) {
    var window = type.replyWindow();
    if (window.isEmpty()) {
      return null;
    }
    var whole = window.get().toMillis();
    var until = lastClientAt == null ? Instant.MIN : lastClientAt.plus(window.get());
    if (!until.isAfter(reader.now())) {
      return new Ring(
          "shut",
          "0 " + LENGTH,
          reader.word("window.shut"),
          reader.word("window.shut.short"),
          null,
          whole);
    }
    var part = (double) Duration.between(reader.now(), until).toMillis() / whole;
    var span = reader.until(until);
    return new Ring(
        part < LOW ? "low" : "",
        String.format(Locale.ROOT, "%.1f %.1f", Math.ceil(part * STEPS) / STEPS * LENGTH, LENGTH),
        reader.word("window.left", span),
        reader.word("window.left.short", span),
        until.toEpochMilli(),
        whole);
  }
}
