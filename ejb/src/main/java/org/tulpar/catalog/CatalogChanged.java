package org.tulpar.catalog;

import org.tulpar.kernel.Refused;

/**
 * Somebody else saved it after it was opened, or took it away; nothing of theirs is overwritten.
 */
public class CatalogChanged extends Refused {

  private static final long serialVersionUID = 1L;

  public CatalogChanged(String what) {
    super(what);
  }

  @Override
  public String code() {
    return "refused.catalog_changed";
  }
}
