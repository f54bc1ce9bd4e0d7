package org.tulpar.conversation;

/** Whether anything is left to do. */
public enum ConversationStatus {
  OPEN,
  SNOOZED,
  CLOSED
}
