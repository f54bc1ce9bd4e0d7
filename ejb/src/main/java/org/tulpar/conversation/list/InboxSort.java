package org.tulpar.conversation.list;

/** The order of the inbox. */
public enum InboxSort {
  /** By the latest message. */
  LATEST,
  /** Who has waited longest for a person comes first; behind them all others, the latest first. */
  WAITING
}
