package org.tulpar.translation;

import org.tulpar.kernel.Refused;

/** A term that says nothing, too much, or what another term says already. */
public final class GlossaryRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String code;

  GlossaryRefused(String what) {
    super(what);
    this.code = "refused.glossary_" + what;
  }

  @Override
  public String code() {
    return code;
  }
}
