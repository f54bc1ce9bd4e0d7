package org.tulpar.dialogue.outbound;

/** What a person may decide about a message that did not go out, or may not have. */
public enum Choice {
  /** Send it once more, as hers. */
  RESEND,
  /** Let it be. */
  DISCARD,
  /** It was discarded, and waits for a decision again. */
  KEEP,
  /** Ask the provider's history now. */
  ASK,
  /** It has arrived, she knows. */
  ASSUME_SENT
}
