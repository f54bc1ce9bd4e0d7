package org.tulpar.identity;

import jakarta.annotation.Resource;
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
          + " u.password_until is not null as one_time, u.password_at";

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

  /** The person as they are now; empty when they were removed or switched off. */
  Optional<SignedIn> byId(OrganizationId organization, long id) {
    var sql =
        "select %s from users u where u.organization_id = ? and u.id = ? and u.active"
            .formatted(COLUMNS);
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization.value());
      statement.setLong(2, id);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(person(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("users cannot be read", e);
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
        row.getTimestamp("password_at").toInstant());
  }
}
