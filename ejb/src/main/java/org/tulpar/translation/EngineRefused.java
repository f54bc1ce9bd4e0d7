package org.tulpar.translation;

import org.tulpar.kernel.Refused;

/** A choice that no engine could work with. */
public final class EngineRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String code;

  EngineRefused(String what) {
    super(what);
    this.code = "refused.engine_" + what;
  }

  EngineRefused(String what, Exception cause) {
    this(what);
    initCause(cause);
  }

  @Override
  public String code() {
    return code;
  }
}
