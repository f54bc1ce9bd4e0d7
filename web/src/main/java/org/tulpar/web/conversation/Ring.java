package org.tulpar.web.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.tulpar.channel.ChannelType;

/**
 * How much of a messenger's window for free text is left, as a ring.
 *
 * @param kind class of the ring: low, shut or none
 * @param dash of a circle whose length is 34.6
 * @param title in words, for who does not see it
 * @param text beside the ring in the composer
 */
public record Ring(String kind, String dash, String title, String text) {

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
    var left =
        lastClientAt == null
            ? Duration.ZERO
            : Duration.between(reader.now(), lastClientAt.plus(window.get()));
    if (!left.isPositive()) {
      return new Ring(
          "shut", "0 " + LENGTH, reader.word("window.shut"), reader.word("window.shut.short"));
    }
    var part = (double) left.toSeconds() / window.get().toSeconds();
    var span = reader.until(reader.now().plus(left));
    return new Ring(
        part < LOW ? "low" : "",
        String.format(Locale.ROOT, "%.1f %.1f", Math.ceil(part * STEPS) / STEPS * LENGTH, LENGTH),
        reader.word("window.left", span),
        reader.word("window.left.short", span));
  }
}
