package org.tulpar.conversation.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * What an organization has promised its clients, as it stands now.
 *
 * @param channels those that differ from the organization; what they leave out is its own
 */
public record Promises(
    Promise organization, Map<UUID, Promise> channels, WorkingHours hours, ZoneId zone) {

  /** The last quarter of the time is a warning. */
  private static final int CALM_PERCENT = 75;

  /**
   * Until when this client shall be answered; null when nobody waits or nothing is promised.
   *
   * @param answered whether a person has ever answered in the conversation
   * @param waitingSince since when the client waits for a person, or null
   */
  public Deadline deadline(UUID channel, boolean answered, Instant waitingSince) {
    var minutes = minutes(channels.getOrDefault(channel, Promise.NONE), answered);
    if (waitingSince == null || minutes == null) {
      return null;
    }
    return new Deadline(
        !answered,
        hours.after(waitingSince, calm(minutes), zone),
        hours.after(waitingSince, Duration.ofMinutes(minutes), zone));
  }

  /**
   * Whoever waits since then or longer is past the calm part of her time: it is nearly over, or
   * over. Null where nothing is promised.
   *
   * @param answered whether a person has ever answered in the conversation
   */
  public Instant dueSince(UUID channel, boolean answered, Instant now) {
    var minutes = minutes(channels.getOrDefault(channel, Promise.NONE), answered);
    return minutes == null ? null : hours.before(now, calm(minutes), zone);
  }

  private static Duration calm(int minutes) {
    return Duration.ofMinutes(minutes).multipliedBy(CALM_PERCENT).dividedBy(100);
  }

  private Integer minutes(Promise channel, boolean answered) {
    var own = answered ? channel.next() : channel.first();
    return own != null ? own : answered ? organization.next() : organization.first();
  }
}
