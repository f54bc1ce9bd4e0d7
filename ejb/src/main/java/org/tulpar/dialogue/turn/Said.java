package org.tulpar.dialogue.turn;

import java.time.Instant;

/** A line of a dialogue, as the loop guard looks at it. */
record Said(By by, String text, Instant at) {

  /** Who said it. */
  enum By {
    CLIENT,
    BOT,
    PERSON
  }
}
