package org.tulpar.bench.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * The short form: one trouble after the other under one load, on an installation that brings its
 * own broker and has it again in the end. Then webhooks that come twice and in disorder.
 */
public final class Rehearsal {

  static final String NAME = "rehearsal";

  private static final List<Trouble> ONE_AFTER_THE_OTHER =
      List.of(
          Trouble.GATEWAY_REFUSES,
          Trouble.GATEWAY_LIMITS,
          Trouble.GATEWAY_HANGS,
          Trouble.GATEWAY_AMBIGUOUS,
          Trouble.DATABASE_STOPPED,
          Trouble.DATABASE_KILLED,
          Trouble.RENEWED,
          Trouble.BROKER_KILLED,
          Trouble.BROKER_LEFT);

  private Rehearsal() {}

  public static List<Verdict> of(Subject subject, Options options)
      throws IOException, InterruptedException, SQLException {
    try {
      return List.of(
          new Round(subject, options, ONE_AFTER_THE_OTHER).run(),
          new Round(subject, options, List.of(Trouble.DUPLICATED)).run());
    } finally {
      subject.leaveBroker();
    }
  }
}
