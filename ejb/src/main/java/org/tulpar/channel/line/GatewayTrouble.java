package org.tulpar.channel.line;

/** The gateway did not do what it was asked; the code is the end of a key of the interface. */
public final class GatewayTrouble extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code {@code unreachable}, {@code refused}, {@code unknown_instance}, {@code unreadable},
   *     or what of a {@link KeyedLine.Key} does not fit
   * @param detail for the log: never a secret
   */
  public GatewayTrouble(String code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
