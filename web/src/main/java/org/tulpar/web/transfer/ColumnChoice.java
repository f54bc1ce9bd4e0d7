package org.tulpar.web.transfer;

import java.util.List;
import java.util.stream.IntStream;
import org.tulpar.transfer.ImportView;

/** A column of the file, what stands in it first, and what a person says that it is. */
public class ColumnChoice {

  private final String name;
  private final String sample;
  private String target;

  private ColumnChoice(String name, String sample, String target) {
    this.name = name;
    this.sample = sample;
    this.target = target;
  }

  static List<ColumnChoice> of(ImportView view, List<List<String>> sample) {
    return IntStream.range(0, view.header().size())
        .mapToObj(
            column ->
                new ColumnChoice(
                    view.header().get(column),
                    sample.stream()
                        .map(row -> row.get(column))
                        .filter(cell -> !cell.isBlank())
                        .findFirst()
                        .orElse(""),
                    view.mapping().get(column)))
        .toList();
  }

  public String getName() {
    return name;
  }

  public String getSample() {
    return sample;
  }

  /** Empty when the column is left out. */
  public String getTarget() {
    return target == null ? "" : target;
  }

  public void setTarget(String target) {
    this.target = target;
  }
}
