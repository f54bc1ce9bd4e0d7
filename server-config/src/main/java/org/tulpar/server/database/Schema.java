package org.tulpar.server.database;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.db.Migrations;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Secrets;
import org.tulpar.server.machine.Settings;

/**
 * The database as the application needs it: roles with their passwords, and the migrated schema.
 */
public final class Schema {

  public static final String DATABASE = "tulpar";
  private static final List<String> ROLES =
      List.of("owner", "app", "pipeline", "identity", "console", "backup", "restore", "batch");

  private final Settings settings;
  private final Secrets secrets;
  private final EmbeddedDatabase embedded;

  public Schema(Settings settings, Secrets secrets, EmbeddedDatabase embedded) {
    this.settings = settings;
    this.secrets = secrets;
    this.embedded = embedded;
  }

  public String url() {
    return settings.externalDatabase().orElseGet(() -> embedded.url(DATABASE));
  }

  public String password(String role) {
    return secrets.password("database." + role + ".password");
  }

  /** Environment variables of the application: the URL and one password per role. */
  public Map<String, String> environment() {
    var all = new LinkedHashMap<String, String>();
    all.put("TULPAR_DATABASE_URL", url());
    for (var role : ROLES) {
      if (!role.equals("owner")) {
        all.put(Secrets.variable("database." + role + ".password"), password(role));
      }
    }
    return all;
  }

  /** Returns how many migrations were applied. */
  public int bringUp() {
    try {
      roles();
      if (settings.externalDatabase().isPresent()) {
        ROLES.forEach(role -> signIn(role).check());
      }
      return Migrations.migrate(url(), user("owner"), password("owner"));
    } catch (Refusal e) {
      throw e;
    } catch (SQLException | RuntimeException e) {
      throw new Refusal(
          "The database %s was not migrated, nothing was deployed: %s%s"
              .formatted(url(), firstLine(e), remedy()),
          e);
    }
  }

  private void roles() throws SQLException {
    var passwords = new LinkedHashMap<String, String>();
    ROLES.forEach(role -> passwords.put("tulpar_" + role, password(role)));
    if (settings.externalDatabase().isEmpty()) {
      embedded.createDatabase(DATABASE);
      Migrations.roles(url(), EmbeddedDatabase.SUPERUSER, embedded.password(), passwords);
    } else if (settings.value("TULPAR_DATABASE_ADMIN_USER").isPresent()) {
      var admin = admin();
      admin.check();
      Migrations.roles(url(), admin.role(), admin.password(), passwords);
    }
  }

  private SignIn admin() {
    return new SignIn(
        url(),
        settings.value("TULPAR_DATABASE_ADMIN_USER").orElseThrow(),
        settings.value("TULPAR_DATABASE_ADMIN_PASSWORD").orElse(""),
        "TULPAR_DATABASE_ADMIN_PASSWORD");
  }

  private SignIn signIn(String role) {
    return new SignIn(
        url(), user(role), password(role), Secrets.variable("database." + role + ".password"));
  }

  private String user(String role) {
    var usual = "tulpar_" + role;
    return role.equals("owner")
        ? settings.value("TULPAR_DATABASE_OWNER_USER").orElse(usual)
        : usual;
  }

  private String remedy() {
    return settings.externalDatabase().isPresent()
        ? " (docs/operations.md, External parts, says what it must allow.)"
        : " (If its data may go: ./run reset)";
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .limit(4)
        .reduce((a, b) -> a + " " + b)
        .orElse(e.toString());
  }
}
