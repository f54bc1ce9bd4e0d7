package org.tulpar.operations;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;

/**
 * Statements in the name of {@code tulpar_console}, on the connection of the running transaction.
 */
@Repository
public class ConsoleSql {

  @Resource(lookup = DataSources.CONSOLE)
  private DataSource console;

  protected ConsoleSql() {}

  /** The same statements on another data source, outside a server. */
  public static ConsoleSql on(DataSource source) {
    var sql = new ConsoleSql();
    sql.console = source;
    return sql;
  }

  /** Makes one value of a row. */
  @FunctionalInterface
  public interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Returns how many rows were changed. */
  public int update(String sql, Object... values) {
    try (var connection = console.getConnection();
        var statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public <T> List<T> rows(String sql, Row<T> row, Object... values) {
    try (var connection = console.getConnection();
        var statement = prepare(connection, sql, values);
        var result = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(row.of(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Null stays null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, inSql(connection, values[i]));
    }
    return statement;
  }

  private static Object inSql(Connection connection, Object value) throws SQLException {
    return switch (value) {
      case Instant time -> time.atOffset(ZoneOffset.UTC);
      case Enum<?> constant -> constant.name();
      case String[] texts -> connection.createArrayOf("text", texts);
      case Long[] numbers -> connection.createArrayOf("bigint", numbers);
      case null -> null;
      default -> value;
    };
  }
}
