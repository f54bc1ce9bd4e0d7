package org.tulpar.web.deal;

import java.io.Serializable;
import org.tulpar.deal.Stage;
import org.tulpar.deal.StageKind;

/** A stage in the form of the settings; kept with the page, so that it is saved as it was seen. */
public final class StageLine implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Stage seen;
  private String name;
  private StageKind kind;
  private int probability;
  private Integer rottenDays;

  StageLine(Stage stage) {
    seen = stage;
    name = stage.name();
    kind = stage.kind();
    probability = stage.probability();
    rottenDays = stage.rottenDays();
  }

  Stage stage() {
    return new Stage(
        seen.id(), seen.pipelineId(), name, kind, probability, rottenDays, seen.version());
  }

  boolean isTouched() {
    return !stage().equals(seen);
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

  public StageKind getKind() {
    return kind;
  }

  public void setKind(StageKind kind) {
    this.kind = kind;
  }

  public int getProbability() {
    return probability;
  }

  public void setProbability(int probability) {
    this.probability = probability;
  }

  public Integer getRottenDays() {
    return rottenDays;
  }

  public void setRottenDays(Integer rottenDays) {
    this.rottenDays = rottenDays;
  }
}
