package org.tulpar.conversation;

import java.time.Instant;
import org.tulpar.channel.ChannelType;

/** What a person may do to a message of hers afterwards. */
public enum Correction {
  /** Its words are replaced. */
  EDIT,
  /** It is taken back for everybody. */
  DELETION;

  /**
   * A message of ours as far as it decides.
   *
   * @param kind as stored in {@code message.kind}
   * @param named whether the messenger has told its name for it
   * @param sentAt when the messenger took it, or null
   */
  public record Subject(String kind, MessageStatus status, boolean named, Instant sentAt) {}

  /** Whether it can be done now. */
  public boolean possible(ChannelType type, Subject message, Instant now) {
    return refusal(type, message, now) == null;
  }

  /** Why it cannot be done, or null when it can. What is not on its way yet is ours to change. */
  String refusal(ChannelType type, Subject message, Instant now) {
    if (this == EDIT && !message.kind().equals("TEXT")) {
      return "edit_no_text";
    }
    return switch (message.status()) {
      case QUEUED -> null;
      case SENDING -> "message_under_way";
      case UNKNOWN -> "message_unknown";
      case FAILED -> "message_not_sent";
      case SENT, DELIVERED, READ -> sent(type, message, now);
    };
  }

  private String sent(ChannelType type, Subject message, Instant now) {
    var limit = this == EDIT ? type.changes().edits() : type.changes().deletions();
    if (limit.isZero()) {
      return this == EDIT ? "no_edits" : "no_deletions";
    }
    if (!message.named() || message.sentAt() == null) {
      return "message_nameless";
    }
    if (message.sentAt().plus(limit).isAfter(now)) {
      return null;
    }
    return this == EDIT ? "edit_too_late" : "deletion_too_late";
  }
}
