package org.tulpar.tenant.list;

import java.util.ArrayList;
import java.util.List;
import org.tulpar.tenant.WordSearch;

/** A filter on its way to SQL: conditions with their values, in the order of the question marks. */
public final class Condition {

  private final List<String> parts = new ArrayList<>(List.of("true"));
  private final List<Object> values = new ArrayList<>();

  /** Left out when the value is null. */
  public Condition where(String condition, Object value) {
    if (value != null) {
      parts.add(condition);
      values.add(value);
    }
    return this;
  }

  public Condition and(String condition, List<?> more) {
    parts.add(condition);
    values.addAll(more);
    return this;
  }

  /** Left out when nothing is searched for. */
  public Condition search(String text, String column, String table, String key) {
    if (!text.isEmpty()) {
      var search = WordSearch.of(text, column, table, key);
      and(search.sql(), search.values());
    }
    return this;
  }

  /** Beside a row of a list by name; null is the beginning. */
  public Condition beside(Place from, boolean back, String alias) {
    return from == null
        ? this
        : and(
            "(%1$s.name_key, %1$s.id) %2$s (?, ?)".formatted(alias, back ? "<" : ">"),
            List.of(from.nameKey(), from.id()));
  }

  public String sql() {
    return String.join(" and ", parts);
  }

  /** The values, and more behind them. */
  public Object[] values(Object... more) {
    var all = new ArrayList<>(values);
    all.addAll(List.of(more));
    return all.toArray();
  }
}
