package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How statements are carried out where many organizations have many rows, as the pipeline's role
 * plans them in a batch of three; those inside of functions too. Nothing is committed.
 */
final class Plans {

  static final String LANE = "30600";

  /** Rows of two hundred organizations, and what is known of them. */
  private static final List<String> MANY =
      List.of(
          "set local session_replication_role = replica",
          """
          create temporary table many on commit drop as
            select gen_random_uuid() as o, gen_random_uuid() as ch from generate_series(1, 200)""",
          """
          insert into client (organization_id, id, name)
            select o, n, 'A' from many, generate_series(1, 50) n""",
          """
          insert into client_identity (organization_id, channel_type, kind, value, client_id)
            select o, 'EVOLUTION', 'JID', '7701' || n, n from many, generate_series(1, 50) n""",
          """
          insert into conversation (organization_id, id, client_id, channel_id, address)
            select o, n, n, ch, '7701' || n from many, generate_series(1, 50) n""",
          """
          insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, external_id, occurred_at)
            select o, n, 1 + n % 50, 'OUT', 'BOT', 'CRM', 'SENT', 'TEXT', 'x', 'E-' || n, now()
            from many, generate_series(1, 100) n""",
          """
          insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, status, raw)
            select o, ch, 'E-' || n, 'x', n % 8, 'PROCESSED', '' from many, generate_series(1, 50) n""",
          """
          insert into turn (organization_id, conversation_id, lane, first_at, due_at)
            select o, n, n % 8, now(), now() from many, generate_series(1, 10) n""",
          """
          insert into outbox_message (organization_id, message_id, conversation_id, channel_id, lane)
            select o, n, 1 + n % 50, ch, n % 8 from many, generate_series(1, 10) n""",
          "analyze client, client_identity, conversation, message, inbound_event, turn, outbox_message",
          "set local session_replication_role = origin",
          "discard plans");

  /** A plan is told when the next statement comes. */
  private static final String NEXT = "select 1";

  private final List<Pipeline> organizations = new ArrayList<>();
  private final List<String> plans = new ArrayList<>();
  private Connection connection;

  void prepare() throws SQLException {
    for (int i = 0; i < 3; i++) {
      organizations.add(Pipeline.ofNewOrganization(0, Short.parseShort(LANE)));
    }
    organizations.sort((a, b) -> a.organization.toString().compareTo(b.organization.toString()));
    connection = Database.superuser();
    connection.setAutoCommit(false);
    for (var statement : MANY) {
      run(statement);
    }
    for (var setting : settingsOfTheRole()) {
      run("select set_config('%s', '%s', false)".formatted((Object[]) setting.split("=", 2)));
    }
    run("load 'auto_explain'");
    run("set auto_explain.log_min_duration = 0");
    run("set auto_explain.log_nested_statements = on");
    run("set session authorization tulpar_pipeline");
  }

  void forget() throws SQLException {
    connection.rollback();
    run("set client_min_messages = notice");
    run("reset session authorization");
    run("set auto_explain.log_min_duration = -1");
    for (var setting : settingsOfTheRole()) {
      run("reset " + setting.split("=", 2)[0]);
    }
    connection.commit();
    connection.close();
  }

  /** What was planned since the last time this was asked. */
  List<String> taken() throws SQLException {
    run(NEXT);
    var taken =
        plans.stream().filter(plan -> !plan.contains("Query Text: " + NEXT + "\n")).toList();
    plans.clear();
    return taken;
  }

  /** From here on plans are told, and the transaction serves the three. */
  void listen() throws SQLException {
    run("set client_min_messages = log");
    run("select enter(%s)".formatted(organizations()));
    taken();
  }

  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      for (var told = statement.getWarnings(); told != null; told = told.getNextWarning()) {
        if (told.getMessage().contains("plan:")) {
          plans.add(told.getMessage());
        }
      }
    }
  }

  private List<String> settingsOfTheRole() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select unnest(rolconfig) from pg_roles where rolname = 'tulpar_pipeline'")) {
      var settings = new ArrayList<String>();
      while (rows.next()) {
        settings.add(rows.getString(1));
      }
      return settings;
    }
  }

  String organizations() {
    return each(one -> one.organization.toString());
  }

  String channels() {
    return each(one -> one.channel.toString());
  }

  /** The same for each of the three. */
  String same(String value) {
    return each(one -> value);
  }

  private String each(Function<Pipeline, String> value) {
    return organizations.stream().map(value).collect(Collectors.joining(",", "'{", "}'"));
  }
}
