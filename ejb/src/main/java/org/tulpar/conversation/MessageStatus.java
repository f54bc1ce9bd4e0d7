package org.tulpar.conversation;

/** How far a message has come; receipts only move it forward. */
public enum MessageStatus {
  QUEUED,
  SENDING,
  SENT,
  DELIVERED,
  READ,
  /** It may have been sent: it waits for the echo or the gateway's history. */
  UNKNOWN,
  FAILED
}
