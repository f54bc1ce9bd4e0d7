package org.tulpar.dialogue.flow;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

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

  public Columns<R> uuid(Function<R, ?> value) throws SQLException {
    return set("uuid", value);
  }

  public Columns<R> text(Function<R, ?> value) throws SQLException {
    return set("text", value);
  }

  public Columns<R> bigint(Function<R, ?> value) throws SQLException {
    return set("int8", value);
  }

  public Columns<R> integer(Function<R, ?> value) throws SQLException {
    return set("int4", value);
  }

  public Columns<R> flag(Function<R, ?> value) throws SQLException {
    return set("bool", value);
  }

  public Columns<R> smallint(Function<R, ?> value) throws SQLException {
    return set("int2", value);
  }

  public Columns<R> instant(Function<R, ?> value) throws SQLException {
    return set("timestamptz", value);
  }

  public Columns<R> interval(Function<R, ?> value) throws SQLException {
    return set("interval", value);
  }

  public Columns<R> scalar(Object value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }

  /** Lanes as a parameter of a function. */
  public static Array lanes(Connection connection, int... lanes) throws SQLException {
    return connection.createArrayOf("int2", Arrays.stream(lanes).boxed().toArray());
  }

  private Columns<R> set(String type, Function<R, ?> value) throws SQLException {
    var values = rows.stream().map(value).toArray();
    statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
