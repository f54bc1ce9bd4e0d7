package org.tulpar.conversation.list;

/** What a conversation can be narrowed to beside whose it is. */
public enum InboxState {
  /** Something is unread. */
  UNREAD,
  /** A message was given up, and nobody has decided about it. */
  FAILED,
  /** The time in which an answer was promised is nearly over, or over. */
  DUE,
  /** The messenger takes free text for a few hours more. */
  CLOSING,
  SNOOZED,
  CLOSED,
  /** The person at the screen is named in a note that she has not seen. */
  MENTIONED
}
