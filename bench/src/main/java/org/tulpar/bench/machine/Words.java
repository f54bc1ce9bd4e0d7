package org.tulpar.bench.machine;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The words of a command line: some stand alone, the others have a value behind them. */
public final class Words {

  private static final int WRONG_USE = 2;

  /** What a program does; true when all is well. */
  public interface Work<O> {
    boolean with(O options) throws IOException, InterruptedException, SQLException;
  }

  /** What a word with a value changes. */
  public interface Valued<O> {

    /**
     * @throws IllegalArgumentException when there is no such word
     */
    O with(O options, String name, String value);
  }

  private Words() {}

  /** The whole of a program; it ends with 0 when all is well, else with 1. */
  public static <O> void run(
      String[] words, String help, Function<String[], O> reading, Work<O> work)
      throws IOException, InterruptedException, SQLException {
    if (List.of(words).contains("--help")) {
      System.out.println(help);
      return;
    }
    O options;
    try {
      options = reading.apply(words);
    } catch (IllegalArgumentException e) {
      System.err.println("Unknown: %s%n%s".formatted(e.getMessage(), help));
      System.exit(WRONG_USE);
      return;
    }
    System.exit(work.with(options) ? 0 : 1);
  }

  /**
   * Reads them one after the other into options.
   *
   * @param alone what the words without a value change
   * @throws IllegalArgumentException names a word that is unknown or has no value
   */
  public static <O> O read(
      String[] words, O usual, Map<String, UnaryOperator<O>> alone, Valued<O> valued) {
    var options = usual;
    for (int i = 0; i < words.length; i++) {
      if (alone.containsKey(words[i])) {
        options = alone.get(words[i]).apply(options);
      } else if (i + 1 == words.length) {
        throw new IllegalArgumentException(words[i]);
      } else {
        options = valued.with(options, words[i], words[++i]);
      }
    }
    return options;
  }
}
