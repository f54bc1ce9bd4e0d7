package org.tulpar.bench.compare;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Tulpar's intake by itself: while this is open the locks of the inbound lanes are held here, so
 * that what arrives is stored and acknowledged, and nobody reads it, as nobody does at the peer
 * whose worker does not run. Closing it waits until all of it was read.
 */
final class Intake implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final long LOOK_MILLIS = 500;

  private final Connection connection;

  Intake(Tulpar tulpar) throws IOException, SQLException {
    connection = tulpar.superuser();
    try (var held =
        connection.prepareStatement(
            "select count(pg_advisory_lock(7101, lane)) from generate_series(0, 255) lane")) {
      held.execute();
    }
  }

  @Override
  public void close() throws IOException {
    try (connection;
        var waiting =
            connection.prepareStatement(
                "select count(*) from inbound_event where status = 'WAITING'");
        var release = connection.prepareStatement("select pg_advisory_unlock_all()")) {
      release.execute();
      var begin = System.nanoTime();
      while (count(waiting) > 0) {
        if (System.nanoTime() - begin > PATIENCE_NANOS) {
          throw new IOException("Tulpar did not read what it had acknowledged");
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static long count(PreparedStatement question) throws SQLException {
    try (var rows = question.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
