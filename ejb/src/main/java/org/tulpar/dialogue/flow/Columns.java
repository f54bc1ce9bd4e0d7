package org.tulpar.dialogue.flow;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.postgresql.util.PGInterval;

/** Sets a list of rows as one array parameter per column, in the order of the calls. */
public final class Columns<R> {

  private final PreparedStatement statement;
  private final List<R> rows;
  private int next = 1;

  public Columns(PreparedStatement statement, List<R> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  /** Continues with another list of rows after the parameters set so far. */
  public <S> Columns<S> then(List<S> others) {
    var columns = new Columns<>(statement, others);
    columns.next = next;
    return columns;
  }

  public Columns<R> uuid(Function<R, UUID> value) throws SQLException {
    return set("uuid", value, Object[]::new);
  }

  public Columns<R> text(Function<R, String> value) throws SQLException {
    return set("text", value, String[]::new);
  }

  public Columns<R> bigint(Function<R, Long> value) throws SQLException {
    return set("int8", value, Long[]::new);
  }

  public Columns<R> integer(Function<R, Integer> value) throws SQLException {
    return set("int4", value, Integer[]::new);
  }

  public Columns<R> flag(Function<R, Boolean> value) throws SQLException {
    return set("bool", value, Boolean[]::new);
  }

  public Columns<R> smallint(Function<R, ? extends Number> value) throws SQLException {
    return set("int2", row -> value.apply(row).shortValue(), Short[]::new);
  }

  public Columns<R> instant(Function<R, ?> value) throws SQLException {
    return set("timestamptz", value, Object[]::new);
  }

  public Columns<R> interval(Function<R, PGInterval> value) throws SQLException {
    return set("interval", value, Object[]::new);
  }

  public Columns<R> scalar(Object value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }

  /** Lanes as a parameter of a function. */
  public static Array lanes(Connection connection, int... lanes) throws SQLException {
    return connection.createArrayOf("int2", Arrays.stream(lanes).boxed().toArray());
  }

  /**
   * The driver sends an array of texts or numbers as it is, and one of objects as a text that it
   * writes sign by sign and the database reads so.
   */
  private Columns<R> set(String type, Function<R, ?> value, IntFunction<Object[]> array)
      throws SQLException {
    var values = array.apply(rows.size());
    for (var i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
