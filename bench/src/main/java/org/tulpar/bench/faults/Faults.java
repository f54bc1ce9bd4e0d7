package org.tulpar.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tulpar.bench.machine.Words;

/** Breaks an installation of its own on purpose, and counts; see {@code bench/faults --help}. */
public final class Faults {

  private Faults() {}

  public static void main(String[] words) throws IOException, InterruptedException, SQLException {
    Words.run(words, Options.HELP, Options::of, Faults::run);
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
    verdicts.stream()
        .flatMap(verdict -> verdict.recoveries().stream())
        .forEach(System.out::println);
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
