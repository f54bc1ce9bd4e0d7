package org.tulpar.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.bench.machine.Words;

/** Breaks an installation of its own on purpose, and counts; see {@code bench/faults --help}. */
public final class Faults {

  /** Of its ports, counted from the base. */
  private static final int BROKER = 9;

  private Faults() {}

  public static void main(String[] words) throws IOException, InterruptedException, SQLException {
    Words.run(words, Options.HELP, Options::of, Faults::run);
  }

  /** True when nothing was lost, doubled or turned round. */
  static boolean run(Options options) throws IOException, InterruptedException, SQLException {
    var brokers = asked(options).stream().collect(Collectors.partitioningBy(Trouble::needsBroker));
    var verdicts = new ArrayList<Verdict>();
    System.out.println(Verdict.HEAD);
    rounds(options, Optional.empty(), brokers.get(false), verdicts);
    rounds(options, Optional.of(broker(options)), brokers.get(true), verdicts);
    if (options.report() != null) {
      Files.writeString(options.report(), Report.text(options, verdicts));
    }
    return verdicts.stream().allMatch(Verdict::good);
  }

  /** All of them on one installation. */
  private static void rounds(
      Options options, Optional<OwnBroker> broker, List<Trouble> troubles, List<Verdict> verdicts)
      throws IOException, InterruptedException, SQLException {
    if (troubles.isEmpty()) {
      return;
    }
    var launcher = new OwnInstallation(options, broker.map(OwnBroker::url));
    var subject = new Subject(options.state(), options.port(), launcher, broker);
    try {
      subject.start();
      for (var trouble : troubles) {
        var verdict = new Round(subject, options, trouble).run();
        verdicts.add(verdict);
        System.out.println(verdict.row());
      }
    } finally {
      subject.stop();
    }
  }

  /** It keeps its journal outside of what the installation empties. */
  private static OwnBroker broker(Options options) {
    var directory = options.state().resolveSibling(options.state().getFileName() + "-broker");
    return new OwnBroker(directory, options.port() + BROKER);
  }

  private static List<Trouble> asked(Options options) {
    return Stream.of(Trouble.values())
        .filter(
            trouble ->
                options.only().isEmpty()
                    ? trouble != Trouble.REHEARSAL
                    : options.only().contains(name(trouble)))
        .toList();
  }

  private static String name(Trouble trouble) {
    return trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
