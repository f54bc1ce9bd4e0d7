package org.tulpar.tests.database;

import java.util.Random;

/** What one of many may do to a conversation; how often, in a hundred. */
enum Act {
  TAKE_OVER(13),
  TYPE(6),
  RETURN(26),
  ANSWER(28),
  SEND(20),
  PHONE(7);

  private final int share;

  Act(int share) {
    this.share = share;
  }

  static Act any(Random random) {
    int at = random.nextInt(100);
    for (var act : values()) {
      at -= act.share;
      if (at < 0) {
        return act;
      }
    }
    throw new IllegalStateException("the shares are no hundred");
  }
}
