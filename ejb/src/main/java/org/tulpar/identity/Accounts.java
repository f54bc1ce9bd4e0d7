package org.tulpar.identity;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/**
 * Active users of all organizations, read by the one role that may look before the organization is
 * known. Whoever is switched off is not found.
 */
@Repository
class Accounts {

  static final String COLUMNS =
      "u.organization_id, u.id, u.login, u.name, u.role, u.locale, u.time_zone, u.theme,"
          + " u.password_until is not null as one_time, u.password_at,"
          + " (select o.second_step_required from organization o where o.organization_id = u.organization_id)"
          + " and not exists (select from second_step s where s.organization_id = u.organization_id"
          + " and s.user_id = u.id and s.confirmed_at is not null) as step_due";

  @Resource(lookup = DataSources.IDENTITY)
  private DataSource source;

  /** By what was typed; case does not matter. Whose one-time password has run out is not found. */
  Optional<Account> byLogin(String login) {
    var sql =
        """
        select %s, u.password_hash from users u where lower(u.login) = lower(?) and u.active
          and (u.password_until is null or u.password_until > now())
        """
            .formatted(COLUMNS);
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, login);
      try (var row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Account(person(row), row.getString("password_hash")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("users cannot be read", e);
    }
  }

  /**
   * The person of a browser as they are now; empty when they were removed or switched off, or when
   * the browser was signed out. Notes that it was seen, every few minutes.
   */
  Optional<SignedIn> byBrowser(OrganizationId organization, long id, long browser) {
    var look =
        """
        select %s, b.seen_at < now() - interval '5 minutes' as unseen from browser b
        join users u on u.organization_id = b.organization_id and u.id = b.user_id
        where b.organization_id = ? and b.id = ? and b.user_id = ? and u.active
        """
            .formatted(COLUMNS);
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(look)) {
      statement.setObject(1, organization.value());
      statement.setLong(2, browser);
      statement.setLong(3, id);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (row.getBoolean("unseen")) {
          seen(connection, organization, browser);
        }
        return Optional.of(person(row));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("users cannot be read", e);
    }
  }

  private static void seen(Connection connection, OrganizationId organization, long browser)
      throws SQLException {
    var sql = "update browser set seen_at = now() where organization_id = ? and id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization.value());
      statement.setLong(2, browser);
      statement.executeUpdate();
    }
  }

  static SignedIn person(ResultSet row) throws SQLException {
    return new SignedIn(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        Locale.of(row.getString("locale")),
        ZoneId.of(row.getString("time_zone")),
        Theme.valueOf(row.getString("theme")),
        row.getBoolean("one_time"),
        row.getTimestamp("password_at").toInstant(),
        row.getBoolean("step_due"));
  }
}
