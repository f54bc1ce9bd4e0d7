package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
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

  private static final Pattern SCAN =
      Pattern.compile("(?:Seq|Bitmap Heap|Index|Index Only) Scan .*\\bon (\\w+)");

  /** What waits in a lane, in its order. */
  private static final Pattern WORK_LIST =
      Pattern.compile("using (?:inbound_event_waiting|turn_due|outbox_message_due) ");

  /** By the organization itself, not by what is made of it: that no index serves. */
  private static final Pattern ORGANIZATION = Pattern.compile("\\borganization_id = ");

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

  private final Plans plans = new Plans();

  @BeforeEach
  void explain() throws SQLException {
    plans.prepare();
    plans.listen();
  }

  @AfterEach
  void forget() throws SQLException {
    plans.forget();
  }

  @Test
  void everyStatementOfABatchSearchesAnIndex() throws SQLException {
    for (var round : List.of("1", "2")) {
      batch(round);
    }
    var all = plans.taken();
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(all.stream().flatMap(PipelinePlanTest::unsearched)).isEmpty();
  }

  @Test
  void theSweepSearchesTheWorkListOfEachLane() throws SQLException {
    plans.run("select * from due_lanes(7)");
    var read = String.join("\n", plans.taken());
    assertThat(WORK_LIST.matcher(read).results().count()).as(read).isEqualTo(3);
    assertThat(unsearched(read)).isEmpty();
  }

  @Test
  void whatReadsAllOfAnOrganizationIsFound() throws SQLException {
    plans.run(
        "select from message m where m.organization_id = any (%s::uuid[])"
            .formatted(plans.organizations()));
    plans.run("select from organization o where o.name = 'Test'");
    assertThat(plans.taken().stream().flatMap(PipelinePlanTest::unsearched)).hasSize(2);
  }

  @Test
  void whatIsNotSearchedByTheOrganizationItselfIsFound() throws SQLException {
    assertThat(unsearchedWhere("r.o")).isEmpty();
    assertThat(unsearchedWhere("coalesce(r.o, r.p)"))
        .singleElement()
        .asString()
        .contains("on conversation v");
  }

  /** Of a look-up of conversations in this organization, as each message begins with one. */
  private Stream<String> unsearchedWhere(String organization) throws SQLException {
    var o = plans.organizations();
    plans.run(
        "select from unnest(%s::uuid[], %s::uuid[], %s::bigint[], %s::uuid[]) r(o, p, client, ch) join conversation v on v.organization_id = %s and v.client_id = r.client and v.channel_id = r.ch and v.status <> 'CLOSED'"
            .formatted(o, o, same("1"), plans.channels(), organization));
    return plans.taken().stream().flatMap(PipelinePlanTest::unsearched);
  }

  /** All messages of an organization before one turn: nobody would choose to begin with them. */
  @Test
  void tablesAreJoinedInTheOrderOfTheStatement() throws SQLException {
    plans.run(
        "select from unnest(%s::uuid[], %s::bigint[]) r(o, id) join message m on m.organization_id = r.o join turn t on t.organization_id = r.o and t.conversation_id = r.id"
            .formatted(plans.organizations(), same("1")));
    assertThat(plans.taken())
        .singleElement()
        .asString()
        .containsSubsequence("on r ", "on message m", "on turn t");
  }

  private void batch(String round) throws SQLException {
    var o = plans.organizations();
    plans.run(
        "select ingest(%s, %s, %s, %s, %s, %s, %s)"
            .formatted(
                o,
                plans.channels(),
                same("E-" + round),
                same("messages.upsert"),
                same(Plans.LANE),
                same("x"),
                same("null")));
    plans.run("select * from claim_events('{%s}', 256)".formatted(Plans.LANE));
    plans.run(
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
                plans.channels(),
                same("20" + round),
                same("DIRECT"),
                same("E-" + round),
                same("CLIENT"),
                same("TEXT"),
                same("now"),
                same("30" + round),
                same("false"),
                same(Plans.LANE)));
    plans.run(
        "select finish_events(%s, %s, %s, %s)"
            .formatted(o, same("1"), same("PROCESSED"), same("null")));
    plans.run(
        "select * from claim_turns('{%s}', 128, 'w', '1 minute', '{}', '1 minute')"
            .formatted(Plans.LANE));
    plans.run("select * from turn_lines(%s, %s, 24)".formatted(o, same("201")));
    plans.run(
        "select * from finish_turns(%s, %s, %s, 'w', %s, %s, %s, %s, %s, %s)"
            .formatted(
                o,
                same("201"),
                same("0"),
                same("REPLY"),
                same("answer"),
                same("null"),
                same("null"),
                same("30" + round),
                same("40" + round)));
    plans.run("select * from claim_outbox('{%s}', 256, 'w')".formatted(Plans.LANE));
    plans.run(
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
                Plans.LANE));
    plans.run(
        "select * from apply_receipts(%s, %s, %s, %s, %s, %s, %s, %s)"
            .formatted(
                o,
                same("S-" + round),
                same("READ"),
                same("now"),
                same("null"),
                same("null"),
                plans.channels(),
                same("40" + round)));
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
        && (WORK_LIST.matcher(scan).find()
            || ORGANIZATION.matcher(condition).find()
                && (condition.contains(" AND ")
                    || named.find() && !LARGE.contains(named.group(1))));
  }

  private String same(String value) {
    return plans.same(value);
  }
}
