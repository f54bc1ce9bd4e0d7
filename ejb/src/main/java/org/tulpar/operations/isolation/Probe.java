package org.tulpar.operations.isolation;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;

/**
 * Asks the tables in the name of the application's own role. Whatever is tried is rolled back, and
 * it is tried for organizations that do not exist: no customer's row is touched.
 */
@Repository
class Probe {

  private static final String REFUSED = "42501";
  private static final int SECONDS = 30;

  private static final String TABLES =
      """
      select quote_ident(c.relname) as name,
        c.relrowsecurity and c.relforcerowsecurity and 1 = (
          select count(*) from pg_policy p where p.polrelid = c.oid and p.polroles && array[0::oid, 'tulpar_app'::regrole::oid])
        and exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*'
          and p.polroles && array['tulpar_app'::regrole::oid]
          and pg_get_expr(p.polqual, p.polrelid) = '(organization_id = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)'
          and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid)) as guarded
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1
      """;

  /** A table of organizations, and whether its policy is the one it must be. */
  record Table(String name, boolean guarded) {}

  @Resource(lookup = DataSources.APP)
  private DataSource source;

  List<Table> tables() {
    return asked(
        connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(TABLES)) {
            var tables = new ArrayList<Table>();
            while (rows.next()) {
              tables.add(new Table(rows.getString("name"), rows.getBoolean("guarded")));
            }
            return tables;
          }
        });
  }

  /** Whether a question that names no organization finds no row of this table. */
  boolean unseen(String table) {
    return asked(
        connection -> {
          enter(connection, "");
          try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (var row = statement.executeQuery("select exists (select from " + table + ")")) {
              row.next();
              return !row.getBoolean(1);
            }
          }
        });
  }

  /** Whether one organization is refused when it writes a row of another. */
  boolean unwritten(String table) {
    return asked(
        connection -> {
          enter(connection, UUID.randomUUID().toString());
          try (var statement =
              connection.prepareStatement(
                  "insert into " + table + " (organization_id) values (?)")) {
            statement.setQueryTimeout(SECONDS);
            statement.setObject(1, UUID.randomUUID());
            statement.executeUpdate();
            return false;
          } catch (SQLException e) {
            // any other refusal would come from what the row lacks, not from whose it is
            return REFUSED.equals(e.getSQLState());
          }
        });
  }

  private interface Question<T> {
    T of(Connection connection) throws SQLException;
  }

  private <T> T asked(Question<T> question) {
    try (var connection = source.getConnection()) {
      var before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        return question.of(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(before);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the tables cannot be asked", e);
    }
  }

  private static void enter(Connection connection, String organization) throws SQLException {
    try (var statement =
        connection.prepareStatement("select set_config('app.organization_id', ?, true)")) {
      statement.setString(1, organization);
      statement.execute();
    }
  }
}
