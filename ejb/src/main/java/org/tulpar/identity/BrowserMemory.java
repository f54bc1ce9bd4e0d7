package org.tulpar.identity;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;

/** The rows behind remembered browsers: hashes of tokens, never a token. */
@Repository
class BrowserMemory {

  @Resource(lookup = DataSources.IDENTITY)
  private DataSource source;

  void keep(byte[] hash, SignedIn person, Instant until) {
    var sql =
        "insert into remember_me (organization_id, token_hash, user_id, expires_at) values (?, ?, ?, ?)";
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, person.organization().value());
      statement.setBytes(2, hash);
      statement.setLong(3, person.id());
      statement.setTimestamp(4, Timestamp.from(until));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the browser cannot be remembered", e);
    }
  }

  /** The active person whom this token names at this moment. */
  Optional<SignedIn> byHash(byte[] hash, Instant now) {
    var sql =
        """
        select %s from remember_me r join users u on u.organization_id = r.organization_id and u.id = r.user_id
        where r.token_hash = ? and r.expires_at > ? and u.active
        """
            .formatted(Accounts.COLUMNS);
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, hash);
      statement.setTimestamp(2, Timestamp.from(now));
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(Accounts.person(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("remembered browsers cannot be read", e);
    }
  }

  /** The token dies at this moment at the latest; it never lives longer than before. */
  void endBy(byte[] hash, Instant end) {
    var sql = "update remember_me set expires_at = least(expires_at, ?) where token_hash = ?";
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(end));
      statement.setBytes(2, hash);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the browser cannot be remembered", e);
    }
  }

  /** Deletes this token and whatever has expired. */
  void forget(byte[] hash, Instant now) {
    var sql = "delete from remember_me where token_hash = ? or expires_at <= ?";
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, hash);
      statement.setTimestamp(2, Timestamp.from(now));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the browser cannot be forgotten", e);
    }
  }
}
