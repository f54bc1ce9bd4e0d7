package org.tulpar.identity;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The table {@code api_token}. A key is looked up before its organization is known. */
@Repository
class ApiTokenRows {

  @Inject private TenantSql sql;

  @Resource(lookup = DataSources.IDENTITY)
  private DataSource identity;

  void keep(byte[] hash, String name, long userId) {
    sql.change(
        "insert into api_token (organization_id, token_hash, name, user_id) values (?, ?, ?, ?)",
        TenantScope.required().value(),
        hash,
        name,
        userId);
  }

  List<ApiToken> list() {
    return sql.rows(
        """
        select t.id, t.name, u.name as made_by, t.created_at, t.used_at from api_token t
        join users u on u.organization_id = t.organization_id and u.id = t.user_id
        where t.withdrawn_at is null order by t.id desc limit 100
        """,
        row ->
            new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                row.getString("made_by"),
                TenantSql.instant(row, "created_at"),
                TenantSql.instant(row, "used_at")));
  }

  void withdraw(long id) {
    sql.change(
        "update api_token set withdrawn_at = now() where id = ? and withdrawn_at is null", id);
  }

  /** The active person who made the key with this hash; notes its use, once a minute at most. */
  Optional<SignedIn> byHash(byte[] hash) {
    var look =
        """
        select %s from api_token t join users u on u.organization_id = t.organization_id and u.id = t.user_id
        where t.token_hash = ? and t.withdrawn_at is null and u.active and u.role = 'ORG_ADMIN'
        """
            .formatted(Accounts.COLUMNS);
    var note =
        "update api_token set used_at = now() where token_hash = ? and (used_at is null or used_at"
            + " < now() - interval '1 minute')";
    try (var connection = identity.getConnection();
        var statement = connection.prepareStatement(look);
        var use = connection.prepareStatement(note)) {
      statement.setBytes(1, hash);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        use.setBytes(1, hash);
        use.executeUpdate();
        return Optional.of(Accounts.person(row));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("keys of programs cannot be read", e);
    }
  }
}
