package org.tulpar.dialogue.ledger;

import java.util.UUID;
import org.tulpar.channel.ChannelType;

/**
 * A channel's events.
 *
 * @param processed of the days that were asked for
 * @param ignored of the same days
 * @param waiting now, whenever they came
 * @param failed now, whenever they came
 */
public record ChannelTally(
    UUID channel,
    String name,
    ChannelType type,
    long processed,
    long ignored,
    long waiting,
    long failed) {

  /** Everything that came, as far as it is counted. */
  public long received() {
    return processed + ignored + waiting + failed;
  }
}
