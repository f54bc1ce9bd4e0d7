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
    var time = Duration.ofMinutes(minutes);
    return new Deadline(
        !answered,
        hours.after(waitingSince, time.multipliedBy(CALM_PERCENT).dividedBy(100), zone),
        hours.after(waitingSince, time, zone));
  }

  private Integer minutes(Promise channel, boolean answered) {
    var own = answered ? channel.next() : channel.first();
    return own != null ? own : answered ? organization.next() : organization.first();
  }
}
