package org.tulpar.tenant;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.tulpar.kernel.Repository;

/**
 * Plain SQL for repositories, always inside the running transaction, on the connection that JPA has
 * in it, and so always for the organization in scope: a transaction that asks in both ways takes
 * one place in the pool. For questions that read better as SQL than as objects; a change of one
 * entity belongs to JPA.
 */
@Repository
@Transactional(Transactional.TxType.MANDATORY)
public class TenantSql {

  /** Makes one value of one row; never moves the cursor. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Inject private EntityManager entities;

  /**
   * @param values in the order of the question marks: text, numbers, UUID, Instant, an enum (by
   *     name), {@code Long[]} and {@code String[]} for {@code = any (?)}
   */
  public <T> List<T> rows(String sql, RowReader<T> reader, Object... values) {
    try (var statement = prepared(connection(), sql, values);
        var result = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused a question", e);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> row(String sql, RowReader<T> reader, Object... values) {
    return rows(sql, reader, values).stream().findFirst();
  }

  /** Returns how many rows were changed. */
  public int change(String sql, Object... values) {
    try (var statement = prepared(connection(), sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused a change", e);
    }
  }

  /** Null is an empty list. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  /** Null stays null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /** Null stays null. */
  public static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type)
      throws SQLException {
    var name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  /**
   * JPA's, which told it the organization when it took it, and gives it back with the transaction.
   * {@code unwrap(Connection.class)} gives null in a joined transaction that has not asked yet.
   */
  protected Connection connection() {
    TenantScope.required();
    var work = entities.unwrap(UnitOfWorkImpl.class);
    if (!work.isInTransaction()) {
      work.beginEarlyTransaction();
    }
    var accessor = work.getAccessor();
    accessor.incrementCallCount(work.getParent());
    accessor.decrementCallCount();
    return accessor.getConnection();
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object[] values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, bindable(connection, values[i]));
    }
    return statement;
  }

  private static Object bindable(Connection connection, Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Instant at -> at.atOffset(ZoneOffset.UTC);
      case Enum<?> constant -> constant.name();
      case Long[] ids -> connection.createArrayOf("bigint", ids);
      case String[] texts -> connection.createArrayOf("text", texts);
      default -> value;
    };
  }
}
