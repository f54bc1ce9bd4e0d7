package org.tulpar.bench.large;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tulpar.bench.machine.Installation;

/**
 * What is looked at: every page of the tree that an administrator reaches by an address alone, so
 * that a new one is measured without being named here, and the views of the large lists.
 */
final class Pages {

  /** Before the sign-in, for another role, or nothing without a choice that was made elsewhere. */
  private static final Set<String> LEFT_OUT =
      Set.of("/login", "/password", "/second-step", "/company-merge", "/styleguide");

  /** Of the super-admin, who sees no organization's rows. */
  private static final String CONSOLE = "/console";

  private final Installation installation;

  Pages(Installation installation) {
    this.installation = installation;
  }

  List<String> all() throws IOException, SQLException {
    var all = new ArrayList<>(ofTheTree(installation.home()));
    all.addAll(views());
    return all;
  }

  /** Ids of conversations, spread over all of them. */
  List<Long> conversations(int number) throws IOException, SQLException {
    return longs(
        """
        select id from (select id, row_number() over (order by md5(id::text)) as n from conversation) x
        where n <= %d\
        """
            .formatted(number));
  }

  /** A conversation that a person answers, and where its client writes from. */
  record Held(long conversation, String address) {}

  /** Such conversations of the organization's first number, as the inbox lists them. */
  List<Held> heldByPeople(int number) throws IOException, SQLException {
    return rows(
        """
        select v.id, v.address from conversation v join channel c on c.id = v.channel_id
          join client_identity i on i.client_id = v.client_id and i.value = v.address
        where c.instance = 'evolution' and v.status = 'OPEN' and v.handler = 'HUMAN'
        order by v.last_message_at desc limit %d\
        """
            .formatted(number),
        row -> new Held(row.getLong(1), row.getString(2)));
  }

  /** The folder of a page is not part of its address: web.xml, FACES_VIEWS_SCAN_PATHS. */
  static List<String> ofTheTree(Path home) throws IOException {
    var pages = home.resolve("web/src/main/webapp");
    try (var files = Files.walk(pages)) {
      return files
          .filter(file -> file.toString().endsWith(".xhtml"))
          .map(pages::relativize)
          .filter(file -> !file.startsWith("WEB-INF") && file.getNameCount() > 1)
          .map(file -> "/" + file.subpath(1, file.getNameCount()))
          .map(file -> file.substring(0, file.length() - ".xhtml".length()))
          .filter(path -> !LEFT_OUT.contains(path) && !path.startsWith(CONSOLE))
          .sorted()
          .toList();
    }
  }

  private List<String> views() throws IOException, SQLException {
    var all =
        new ArrayList<>(
            List.of(
                "/inbox?tab=MINE",
                "/inbox?tab=NEEDS_HUMAN",
                "/inbox?tab=UNASSIGNED",
                "/inbox?tab=BOT",
                "/inbox?tab=ALL",
                "/inbox?tab=ALL&sort=WAITING",
                "/inbox?tab=ALL&state=UNREAD",
                "/inbox?tab=ALL&state=FAILED",
                "/inbox?tab=ALL&state=CLOSED",
                "/inbox?tab=ALL&lang=de",
                "/inbox?tab=ALL&q=аэропорта",
                "/inbox?tab=ALL&q=Самарканд",
                "/clients?q=иванова",
                "/clients?q=99650",
                "/clients?lang=de",
                "/clients?sort=NAME",
                "/companies?deals=NONE",
                "/companies?deals=NONE&people=SOME",
                "/clients?sort=CONTACT",
                "/clients?silent=90",
                "/clients?sort=CONTACT&silent=90",
                "/deals?q=каракол",
                "/deals?rotten=true",
                "/products?q=каракол",
                "/orders?q=анна",
                "/orders?status=PAID"));
    all.add("/inbox?tab=ALL&stage=" + one("select min(id) from stage"));
    all.add("/inbox?tab=ALL&tag=" + one("select min(id) from tag"));
    all.add("/inbox?tab=ALL&tag=" + one("select max(id) from tag"));
    all.add("/clients?tag=" + one("select min(id) from tag"));
    all.add(
        "/clients?field="
            + one("select min(id) from custom_field where bearer = 'CLIENT' and type = 'CHOICE'")
            + ":Друзья");
    all.add(
        "/companies?field="
            + one("select min(id) from custom_field where bearer = 'COMPANY' and type = 'CHOICE'")
            + ":Связь&field="
            + one("select min(id) from custom_field where bearer = 'COMPANY' and type = 'FLAG'")
            + ":true");
    all.add("/clients?stage=" + one("select min(id) from stage"));
    all.add(
        "/inbox/"
            + one("select conversation_id from message group by 1 order by count(*) desc limit 1"));
    all.add(
        "/clients/"
            + one(
                "select client_id from conversation group by 1 order by count(*) desc, 1 limit 1"));
    all.add(
        "/products/"
            + one("select product_id from product_departure group by 1 order by 1 limit 1"));
    all.add("/orders/" + one("select max(id) from orders"));
    var company =
        one(
            "select company_id from client where company_id is not null group by 1 order by count(*) desc, 1 limit 1");
    all.add("/companies/" + company);
    all.add("/company-merge?survivor=" + company);
    all.addAll(List.of("/clients/new", "/companies/new", "/products/new"));
    all.add("/orders/new?client=" + one("select min(id) from client"));
    all.add("/partners/" + one("select max(id) from partner"));
    return all.stream().map(Pages::escaped).toList();
  }

  private static String escaped(String path) {
    return java.net.URI.create(path).toASCIIString();
  }

  private long one(String sql) throws IOException, SQLException {
    return longs(sql).getFirst();
  }

  private List<Long> longs(String sql) throws IOException, SQLException {
    return rows(sql, row -> row.getLong(1));
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Row<T> read) throws IOException, SQLException {
    try (Connection connection = installation.connect("app")) {
      connection.setAutoCommit(false);
      Seed.set(connection, "app.organization_id", Seed.ORGANIZATION.toString());
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(sql)) {
        var found = new ArrayList<T>();
        while (rows.next()) {
          found.add(read.of(rows));
        }
        return found;
      }
    }
  }
}
