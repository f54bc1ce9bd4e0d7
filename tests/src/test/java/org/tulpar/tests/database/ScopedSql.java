package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.tulpar.tenant.RowSecurity;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * The statements of repositories outside a server: each is a transaction of the organization in
 * scope.
 */
class ScopedSql extends TenantSql {

  private final DataSource source;

  ScopedSql(DataSource source) {
    this.source = source;
  }

  @Override
  public <T> List<T> rows(String sql, RowReader<T> reader, Object... values) {
    try (var connection = source.getConnection();
        var statement = entered(connection, sql, values);
        var result = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int change(String sql, Object... values) {
    try (var connection = source.getConnection();
        var statement = entered(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement entered(Connection connection, String sql, Object[] values)
      throws SQLException {
    RowSecurity.enter(connection, TenantScope.required());
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(
          i + 1,
          switch (values[i]) {
            case null -> null;
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case Long[] ids -> connection.createArrayOf("bigint", ids);
            case String[] texts -> connection.createArrayOf("text", texts);
            default -> values[i];
          });
    }
    return statement;
  }
}
