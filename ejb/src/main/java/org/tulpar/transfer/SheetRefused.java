package org.tulpar.transfer;

import org.tulpar.kernel.Refused;

/** A file was not taken, for a reason that lies in the file. */
public class SheetRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason ends the key of the sentence: {@code refused.sheet.<reason>}
   */
  public SheetRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  /**
   * @param cause what the reader of the file said
   */
  SheetRefused(String reason, Exception cause) {
    this(reason);
    initCause(cause);
  }

  @Override
  public String code() {
    return "refused.sheet." + reason;
  }
}
