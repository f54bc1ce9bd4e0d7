package org.tulpar.deal;

import org.tulpar.kernel.Refused;

/** The funnel cannot be set up like this. */
public final class StageRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String code;

  private StageRefused(String code) {
    super(code);
    this.code = code;
  }

  static StageRefused nameless() {
    return new StageRefused("refused.stage_nameless");
  }

  static StageRefused numbers() {
    return new StageRefused("refused.stage_numbers");
  }

  static StageRefused stale() {
    return new StageRefused("refused.stage_stale");
  }

  static StageRefused used() {
    return new StageRefused("refused.stage_used");
  }

  static StageRefused onlyPipeline() {
    return new StageRefused("refused.pipeline_only");
  }

  static StageRefused usedPipeline() {
    return new StageRefused("refused.pipeline_used");
  }

  @Override
  public String code() {
    return code;
  }
}
