package org.tulpar.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tulpar.kernel.Refused;

/**
 * One row of a file, each cell read by the rule of what its column is.
 *
 * @param values by what the columns are; of an empty cell there is none
 */
public record SheetLine(Map<String, Object> values) {

  /** What has a place of its own beside the columns of the card. */
  public interface Apart {}

  /** Several in one cell. */
  public record Words(List<String> all) implements Apart {}

  /** Either a line or what is wrong with it. */
  public record Outcome(SheetLine line, RowProblem problem) {}

  /** A rule refuses what cannot stand there. */
  public static Outcome read(
      ImportRow row, List<String> mapping, Map<String, Function<String, ?>> rules) {
    var values = new LinkedHashMap<String, Object>();
    for (int column = 0; column < mapping.size(); column++) {
      var target = mapping.get(column);
      try {
        var value =
            target.isEmpty()
                ? null
                : rules.get(target).apply(SafeCell.read(row.cells().get(column)));
        if (value != null) {
          values.put(target, value);
        }
      } catch (Refused e) {
        return new Outcome(null, new RowProblem(column, reason(e)));
      }
    }
    return new Outcome(new SheetLine(values), null);
  }

  private static String reason(Refused refusal) {
    return refusal.code().substring(refusal.code().lastIndexOf('.') + 1);
  }

  public String text(String target) {
    return (String) values.get(target);
  }

  /** The several words of a cell. */
  public List<String> words(String target) {
    return values.get(target) instanceof Words words ? words.all() : List.of();
  }

  /** What stands in a column of the card. */
  Map<String, Object> columns() {
    var columns = new LinkedHashMap<>(values);
    columns.values().removeIf(Apart.class::isInstance);
    return columns;
  }
}
