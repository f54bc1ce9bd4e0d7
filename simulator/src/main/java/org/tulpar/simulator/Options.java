package org.tulpar.simulator;

/**
 * The command line.
 *
 * @param port on 127.0.0.1; 0 = any free one
 * @param retryScale factor on the waits between repetitions of a webhook
 * @param help only explain
 */
public record Options(int port, double retryScale, boolean help) {

  static final String USAGE =
      """
      usage: simulator [--port N] [--retry-scale F]
        --port N         port on 127.0.0.1 (default 8082; 0 = any free one)
        --retry-scale F  factor on the waits between repetitions of a webhook (default 1)
      """;

  private static final int PORT = 8082;
  private static final int LAST_PORT = 65_535;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static Options of(String... arguments) {
    var options = new Options(PORT, 1, false);
    for (var i = 0; i < arguments.length; i++) {
      var value = i + 1 < arguments.length ? arguments[i + 1] : "";
      switch (arguments[i]) {
        case "--help", "-h" -> options = new Options(options.port, options.retryScale, true);
        case "--port" -> {
          options = new Options(port(value), options.retryScale, options.help);
          i++;
        }
        case "--retry-scale" -> {
          options = new Options(options.port, scale(value), options.help);
          i++;
        }
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    return options;
  }

  private static int port(String value) {
    try {
      var port = Integer.parseInt(value);
      if (port >= 0 && port <= LAST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--port needs a number from 0 to 65535", e);
    }
    throw new IllegalArgumentException("--port needs a number from 0 to 65535");
  }

  private static double scale(String value) {
    try {
      var scale = Double.parseDouble(value);
      if (scale > 0) {
        return scale;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--retry-scale needs a number above 0", e);
    }
    throw new IllegalArgumentException("--retry-scale needs a number above 0");
  }
}
