package org.tulpar.deal;

/** What a stage means for the deals that lie in it. */
public enum StageKind {
  /** Work goes on. */
  OPEN,
  /** Sold; asks for the amount. */
  WON,
  /** Given up; asks for the reason. */
  LOST
}
