package org.tulpar.operations.alert;

import java.time.Instant;

/**
 * Something that needs a person.
 *
 * @param subject what it is about: a channel with its organization, a directory; null where the
 *     kind says it all
 * @param since since when it is so, or since when this node knows; null where it always was
 * @param number how many wait, how many percent are free, or 0
 */
public record Alert(Kind kind, String subject, Instant since, long number) {

  /** What may be wrong; the grave first. */
  public enum Kind {
    BROKER_DOWN(true),
    ISOLATION_BROKEN(true),
    DISK_FULL(true),
    BACKUP_OLD(true),
    INBOUND_LATE(true),
    CHANNEL_DOWN(true),
    GATEWAY_SILENT(false),
    OUTBOUND_LATE(false);

    private final boolean grave;

    Kind(boolean grave) {
      this.grave = grave;
    }

    /** Whether clients or data are at stake now. */
    public boolean grave() {
      return grave;
    }
  }
}
