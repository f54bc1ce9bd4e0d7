package org.tulpar.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Breaks an installation of its own on purpose, and counts; see {@code bench/faults --help}. */
public final class Faults {

  private static final int WRONG_USE = 2;

  private Faults() {}

  public static void main(String[] words) throws IOException, InterruptedException, SQLException {
    if (List.of(words).contains("--help")) {
      System.out.println(Options.HELP);
      return;
    }
    Options options;
    try {
      options = Options.of(words);
    } catch (IllegalArgumentException e) {
      System.err.println("Unknown: %s%n%s".formatted(e.getMessage(), Options.HELP));
      System.exit(WRONG_USE);
      return;
    }
    System.exit(run(options) ? 0 : 1);
  }

  /** True when nothing was lost, doubled or turned round, and everything came back in time. */
  static boolean run(Options options) throws IOException, InterruptedException, SQLException {
    var verdicts = new ArrayList<Verdict>();
    System.out.println(Verdict.HEAD);
    var subject = new Subject(options.state(), options.port(), new OwnInstallation(options));
    try {
      subject.start();
      if (options.only().contains(Rehearsal.NAME)) {
        verdicts.addAll(Rehearsal.of(subject, options));
        verdicts.forEach(verdict -> System.out.println(verdict.row()));
      } else {
        rounds(subject, options, verdicts);
      }
    } finally {
      subject.stop();
    }
    if (options.report() != null) {
      Files.writeString(options.report(), Report.text(options, verdicts));
    }
    return verdicts.stream().allMatch(Verdict::good);
  }

  private static void rounds(Subject subject, Options options, List<Verdict> verdicts)
      throws IOException, InterruptedException, SQLException {
    for (var trouble : asked(options)) {
      if (trouble.needsBroker()) {
        subject.takeBroker();
      } else {
        subject.leaveBroker();
      }
      var verdict = new Round(subject, options, List.of(trouble)).run();
      verdicts.add(verdict);
      System.out.println(verdict.row());
    }
  }

  private static List<Trouble> asked(Options options) {
    return Stream.of(Trouble.values())
        .filter(
            trouble ->
                options.only().isEmpty()
                    ? !trouble.changesBroker()
                    : options.only().contains(name(trouble)))
        .toList();
  }

  private static String name(Trouble trouble) {
    return trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
