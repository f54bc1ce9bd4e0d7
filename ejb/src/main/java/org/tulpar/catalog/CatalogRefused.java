package org.tulpar.catalog;

import org.tulpar.kernel.Refused;

/** Nothing was changed in the catalog, because what was typed cannot stand there. */
public class CatalogRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason ends the key of the sentence: {@code refused.catalog.<reason>}
   */
  public CatalogRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** For example {@code code_taken}. */
  public String reason() {
    return reason;
  }

  @Override
  public String code() {
    return "refused.catalog." + reason;
  }
}
