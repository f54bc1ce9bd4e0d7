package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How the statements inside of the pipeline's functions are carried out, as its role plans them
 * where many organizations have many rows: every row is found by an index that is searched, by its
 * organization and by what tells it from the organization's other rows.
 */
class PipelinePlanTest {

  private static final String LANE = "30600";

  /** Rows of two hundred organizations, and what is known of them. Nothing of it is committed. */
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

  private static final Pattern SCAN =
      Pattern.compile("(?:Seq|Bitmap Heap|Index|Index Only) Scan .*\\bon (\\w+)");

  /** What waits in a lane, in its order. */
  private static final Pattern WORK_LIST =
      Pattern.compile("using (?:inbound_event_waiting|turn_due|outbox_message_due) ");

  /** Tables that grow; in them the organization alone is not enough to search by. */
  private static final List<String> LARGE =
      List.of(
          "client",
          "client_identity",
          "conversation",
          "message",
          "inbound_event",
          "turn",
          "outbox_message");

  private final List<Pipeline> organizations = new ArrayList<>();
  private final List<String> plans = new ArrayList<>();
  private Connection connection;

  @BeforeEach
  void explain() throws SQLException {
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

  @AfterEach
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

  @Test
  void everyStatementOfABatchSearchesAnIndex() throws SQLException {
    run("set client_min_messages = log");
    for (var round : List.of("1", "2")) {
      batch(round);
    }
    assertThat(plans).hasSizeGreaterThan(60);
    assertThat(plans.stream().flatMap(PipelinePlanTest::unsearched)).isEmpty();
  }

  @Test
  void whatReadsAllOfAnOrganizationIsFound() throws SQLException {
    run("set client_min_messages = log");
    run("select enter(%s)".formatted(each(one -> one.organization.toString())));
    plans.clear();
    run("select from message m where m.organization_id = '%s'".formatted(organization()));
    run("select from organization o where o.name = 'Test'");
    // a plan is told when the next statement comes
    run("select 1");
    assertThat(plans.stream().flatMap(PipelinePlanTest::unsearched)).hasSize(2);
  }

  private void batch(String round) throws SQLException {
    var o = each(one -> one.organization.toString());
    run(
        "select ingest(%s, %s, %s, %s, %s, %s, %s)"
            .formatted(
                o,
                each(one -> one.channel.toString()),
                same("E-" + round),
                same("messages.upsert"),
                same(LANE),
                same("x"),
                same("null")));
    run("select * from claim_events('{%s}', 256)".formatted(LANE));
    run(
        "select * from apply_messages(%1$s, %2$s, %3$s, %4$s, %5$s, %6$s, %7$s, %1$s, %8$s, %9$s, %18$s, %2$s, %10$s, %5$s, %11$s, %12$s, %13$s, %14$s, %6$s, %7$s, %6$s, %7$s, %15$s, %16$s, %17$s)"
            .formatted(
                o,
                same("10" + round),
                same("EVOLUTION"),
                same("JID"),
                same("77010000001@s.whatsapp.net"),
                same("Aigul"),
                same("null"),
                same("1"),
                each(one -> one.channel.toString()),
                same("20" + round),
                same("DIRECT"),
                same("E-" + round),
                same("CLIENT"),
                same("TEXT"),
                same("now"),
                same("30" + round),
                same("false"),
                same(LANE)));
    run(
        "select finish_events(%s, %s, %s, %s)"
            .formatted(o, same("1"), same("PROCESSED"), same("null")));
    run(
        "select * from claim_turns('{%s}', 128, 'w', '1 minute', '{}', '1 minute')"
            .formatted(LANE));
    run("select * from turn_lines(%s, %s, 24)".formatted(o, same("201")));
    run(
        "select * from finish_turns(%s, %s, %s, 'w', %s, %s, %s, %s, %s)"
            .formatted(
                o,
                same("201"),
                same("0"),
                same("REPLY"),
                same("answer"),
                same("null"),
                same("30" + round),
                same("40" + round)));
    run("select * from claim_outbox('{%s}', 256, 'w')".formatted(LANE));
    run(
        "select * from mark_outbox('w', %s, %s, %s, %s, %s, %s, %s, %s, '{%s}')"
            .formatted(
                o,
                same("40" + round),
                same("now"),
                same("SENT"),
                same("S-" + round),
                same("null"),
                same("null"),
                same("null"),
                LANE));
    run(
        "select * from apply_receipts(%s, %s, %s, %s, %s, %s)"
            .formatted(
                o, same("S-" + round), same("READ"), same("now"), same("null"), same("null")));
  }

  /** What is read without a search: of a table whole, or of all that an organization has. */
  private static Stream<String> unsearched(String plan) {
    var lines = plan.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> SCAN.matcher(lines.get(i)).find())
        .filter(i -> !searched(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : ""))
        .mapToObj(i -> lines.get(i) + " in " + plan);
  }

  private static boolean searched(String scan, String condition) {
    var named = SCAN.matcher(scan);
    return condition.contains("Index Cond:")
        && (condition.contains(" AND ")
            || WORK_LIST.matcher(scan).find()
            || !named.find()
            || !LARGE.contains(named.group(1)));
  }

  private void run(String sql) throws SQLException {
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

  private String each(java.util.function.Function<Pipeline, String> value) {
    return organizations.stream().map(value).collect(Collectors.joining(",", "'{", "}'"));
  }

  private java.util.UUID organization() {
    return organizations.getFirst().organization;
  }

  private String same(String value) {
    return each(one -> value);
  }
}
