package org.tulpar.bench.large;

import java.io.IOException;

/** Waits for a server whose connections to the database were ended: it finds out by using them. */
final class Patience {

  private static final int TRIES = 30;

  interface Look {
    Visitor.Answer at() throws IOException, InterruptedException;
  }

  private Patience() {}

  /** The first answer; each pooled connection may cost a failure or two. */
  static Visitor.Answer first(Look look) throws IOException, InterruptedException {
    IOException last = null;
    for (int i = 0; i < TRIES; i++) {
      Thread.sleep(1000);
      try {
        return look.at();
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }
}
