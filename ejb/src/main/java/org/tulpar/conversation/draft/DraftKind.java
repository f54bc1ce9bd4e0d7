package org.tulpar.conversation.draft;

/** What it shall become. */
public enum DraftKind {
  REPLY,
  NOTE
}
