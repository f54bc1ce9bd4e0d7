package org.tulpar.identity;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/**
 * The rows behind browsers: where somebody is signed in, and the hashes of the tokens they are
 * recognized by, never a token. A browser is known before its organization is.
 */
@Repository
class BrowserMemory {

  /** Which browser a token belongs to, and who is signed in there. */
  record Known(SignedIn person, long browser) {}

  private static final String OF_A_TOKEN =
      "(select organization_id, browser_id from remember_me where token_hash = ?)";

  @Resource(lookup = DataSources.IDENTITY)
  private DataSource source;

  /** A browser of this person; those that have lost their session and their token go. */
  long open(SignedIn person, String agent, String address, Instant idleSince, Instant now) {
    change(
        """
        delete from browser b where b.organization_id = ? and b.user_id = ? and b.seen_at < ?
          and not exists (select from remember_me r where r.organization_id = b.organization_id
            and r.browser_id = b.id and r.expires_at > ?)
        """,
        person.organization().value(),
        person.id(),
        idleSince,
        now);
    return number(
        "insert into browser (organization_id, user_id, agent, address, created_at, seen_at)"
            + " values (?, ?, ?, ?, ?, ?) returning id",
        person.organization().value(),
        person.id(),
        agent,
        address,
        now,
        now);
  }

  /** Nothing is kept for a browser that is signed out meanwhile. */
  void keep(byte[] hash, OrganizationId organization, long browser, Instant until) {
    change(
        """
        insert into remember_me (organization_id, token_hash, browser_id, expires_at)
        select b.organization_id, ?, b.id, ? from browser b where b.organization_id = ? and b.id = ? for key share
        """,
        hash,
        until,
        organization.value(),
        browser);
  }

  /** The active person whom this token names at this moment. */
  Optional<Known> byHash(byte[] hash, Instant now) {
    var sql =
        """
        select %s, b.id as browser from remember_me r
        join browser b on b.organization_id = r.organization_id and b.id = r.browser_id
        join users u on u.organization_id = b.organization_id and u.id = b.user_id
        where r.token_hash = ? and r.expires_at > ? and u.active
        """
            .formatted(Accounts.COLUMNS);
    try (var connection = source.getConnection();
        var statement = prepared(connection, sql, hash, now);
        var row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(new Known(Accounts.person(row), row.getLong("browser")))
          : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("remembered browsers cannot be read", e);
    }
  }

  /** The token dies at this moment at the latest; it never lives longer than before. */
  void endBy(byte[] hash, Instant end) {
    change(
        "update remember_me set expires_at = least(expires_at, ?) where token_hash = ?", end, hash);
  }

  /** Deletes the browser of this token, and whatever token has expired. */
  void forget(byte[] hash, Instant now) {
    change("delete from browser where (organization_id, id) in " + OF_A_TOKEN, hash);
    change("delete from remember_me where expires_at <= ?", now);
  }

  void forget(OrganizationId organization, long browser) {
    change(
        "delete from browser where organization_id = ? and id = ?", organization.value(), browser);
  }

  private void change(String sql, Object... values) {
    try (var connection = source.getConnection();
        var statement = prepared(connection, sql, values)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the browser cannot be remembered", e);
    }
  }

  private long number(String sql, Object... values) {
    try (var connection = source.getConnection();
        var statement = prepared(connection, sql, values);
        var row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the browser cannot be remembered", e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(
          i + 1, values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i]);
    }
    return statement;
  }
}
