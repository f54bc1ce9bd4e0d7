package org.tulpar.client.field;

import java.util.List;
import org.tulpar.kernel.Refused;

/** A card was not changed, because what was typed cannot stand in it. */
public class ClientRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final Long many;

  /**
   * @param reason ends the key of the sentence: {@code refused.client.<reason>}
   */
  public ClientRefused(String reason) {
    this(reason, null);
  }

  /**
   * @param many how many are in the way; the sentence says so
   */
  ClientRefused(String reason, Long many) {
    super(reason);
    this.reason = reason;
    this.many = many;
  }

  /** For example {@code phone}. */
  public String reason() {
    return reason;
  }

  @Override
  public String code() {
    return "refused.client." + reason;
  }

  @Override
  public List<Object> values() {
    return many == null ? List.of() : List.of(many);
  }
}
