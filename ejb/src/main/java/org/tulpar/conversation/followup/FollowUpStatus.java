package org.tulpar.conversation.followup;

/** How a planned message stands; only from the first is there a way, and from the fourth back. */
public enum FollowUpStatus {
  PLANNED,
  SENT,
  /** The client has written meanwhile, and that was asked for. */
  SKIPPED,
  CANCELLED,
  /** It could not be sent: a person has to look. */
  FAILED
}
