package org.tulpar.operations;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;

/** How many channels of the installation are connected; not whose. */
@Repository
public class ChannelStates {

  private static final int SECONDS = 2;

  @Resource(lookup = DataSources.CONSOLE)
  private DataSource source;

  /** Numbers of channels; one that is connecting counts as closed. */
  public record Counts(long open, long closed) {}

  /**
   * @throws IllegalStateException when the database does not answer within two seconds
   */
  public Counts count() {
    var sql =
        "select count(*) filter (where connection_state = 'OPEN'), count(*) filter (where connection_state <> 'OPEN') from channel where removed_at is null and not example";
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      try (var row = statement.executeQuery(sql)) {
        row.next();
        return new Counts(row.getLong(1), row.getLong(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("channels cannot be counted", e);
    }
  }
}
