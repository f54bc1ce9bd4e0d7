package org.tulpar.agent.draft;

/** What became of a proposal. */
public enum DraftStatus {
  /** The model has not answered, and perhaps never will; it counts, as it may have cost. */
  ASKED,

  /** Nothing yet. */
  PROPOSED,

  /** It was sent as it was written. */
  APPROVED,

  /** It was taken over to be changed. */
  EDITED,

  /** It was thrown away, or stopped before it was there. */
  REJECTED,

  /** A newer one took its place. */
  EXPIRED
}
