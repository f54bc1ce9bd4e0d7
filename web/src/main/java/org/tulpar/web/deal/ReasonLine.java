package org.tulpar.web.deal;

import java.io.Serializable;
import org.tulpar.deal.PipelineSetup;

/** A reason in the form of the settings; kept with the page, so that it is saved as it was seen. */
public final class ReasonLine implements Serializable {

  private static final long serialVersionUID = 1L;

  private final PipelineSetup.Reason seen;
  private String name;

  ReasonLine(PipelineSetup.Reason reason) {
    seen = reason;
    name = reason.name();
  }

  PipelineSetup.Reason reason() {
    return seen.called(name);
  }

  boolean isTouched() {
    return !reason().equals(seen);
  }

  public long getId() {
    return seen.id();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
