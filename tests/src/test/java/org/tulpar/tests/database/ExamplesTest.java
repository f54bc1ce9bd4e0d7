package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.channel.ChannelLimit;
import org.tulpar.channel.ChannelLimits;
import org.tulpar.conversation.hours.Answering;
import org.tulpar.conversation.hours.ChannelRule;
import org.tulpar.deal.example.Examples;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.ledger.ChannelTally;
import org.tulpar.dialogue.ledger.LedgerBook;
import org.tulpar.operations.Backlogs;
import org.tulpar.operations.ChannelBacklog;
import org.tulpar.operations.ConsoleSql;
import org.tulpar.operations.OrganizationLoad;
import org.tulpar.operations.OrganizationLoads;
import org.tulpar.tenant.TenantSql;

/** Examples come and go, and nothing real goes with them, against the database as it is. */
class ExamplesTest {

  private static final List<String> TABLES =
      List.of(
          "client",
          "deal",
          "client_tag",
          "tag",
          "deal_tally",
          "deal_stage_change",
          "channel",
          "conversation",
          "message",
          "product",
          "product_price",
          "product_departure",
          "orders",
          "order_line");

  @RegisterExtension final Office office = new Office();
  private final Examples examples = office.get(Examples.class);

  @BeforeEach
  void prepare() throws SQLException {
    // The first numbers are taken by what a test prepared.
    office.text("select nextval('entity_id') + nextval('message_id')");
    office.change("update organization set name = :o where organization_id = :o");
    office.conversation(1, "One").conversation(2, "Two");
    office.change(
        "insert into pipeline (organization_id, id, name, position) values (:o, 1, 'Tours', 1)");
    office.change(
        """
        insert into stage (organization_id, id, pipeline_id, name, position, kind, probability)
        values (:o, 1, 1, 'New', 1, 'OPEN', 10), (:o, 2, 1, 'Paid', 2, 'WON', 100)""");
  }

  @Test
  void theyComeOnceAndLeaveNothingBehind() {
    var before = counts();
    bring();
    assertThat(office.within(examples::arePresent)).isTrue();
    var with = counts();
    assertThat(with).isNotEqualTo(before);
    assertThat(office.texts("select distinct stage_id::text from deal")).containsExactly("1");
    bring();
    assertThat(counts()).isEqualTo(with);
    takeAway();
    assertThat(counts()).isEqualTo(before);
    assertThat(office.within(examples::arePresent)).isFalse();
  }

  @Test
  void theySpeakAndOrderAndNobodyCanAnswerThem() {
    bring();
    assertThat(office.texts("select handler from conversation where kind = 'EXAMPLE' order by 1"))
        .containsExactly("BOT", "HUMAN", "WAITING_HUMAN");
    assertThat(office.texts("select status from orders where example order by 1"))
        .containsExactly("CONFIRMED", "CONFIRMED", "NEW");
    assertThat(office.texts("select 1 from product where example")).hasSize(3);
    assertThat(
            office.texts(
                "select d.title from deal d join conversation c on c.id = d.conversation_id and"
                    + " c.client_id = d.client_id"))
        .hasSize(3);
    assertThat(office.texts("select 1 from channel_route")).as("no webhook leads there").isEmpty();
    assertThat(office.texts("select 1 from turn union all select 1 from outbox_message")).isEmpty();
  }

  /** There is no gateway behind it: nothing can be down, late or limited. */
  @Test
  void theirChannelIsNoneWhereChannelsAreLookedAfter() {
    bring();
    assertThat(office.within(office.get(ChannelLimits.class)::list))
        .extracting(ChannelLimit::name)
        .containsExactly("Main");
    assertThat(office.within(office.get(Answering.class)::rules).channels())
        .extracting(ChannelRule::name)
        .containsExactly("Main");
    try (var ledger =
        new Rig()
            .with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 1)))
            .with(InboundQueue.class, lane -> {})) {
      assertThat(office.within(() -> ledger.get(LedgerBook.class).tallies(1)))
          .extracting(ChannelTally::name)
          .containsExactly("Main");
    }
    try (var console = new Rig().with(ConsoleSql.class, new ExplainedConsole())) {
      assertThat(console.get(OrganizationLoads.class).page(office.organization().toString(), 0))
          .extracting(OrganizationLoad::channels)
          .containsExactly(1L);
      assertThat(console.get(Backlogs.class).channels(10_000))
          .extracting(ChannelBacklog::organization, ChannelBacklog::channel)
          .contains(tuple(office.organization().toString(), "Main"))
          .doesNotContain(
              tuple(
                  office.organization().toString(),
                  office.text("select name from channel where example")));
    }
  }

  @Test
  void aTagOfTheirsStaysOnACompanyOfOurs() throws SQLException {
    bring();
    office.change("insert into company (organization_id, id, name) values (:o, 900, 'Lotus')");
    office.change(
        "insert into company_tag (organization_id, company_id, tag_id) select organization_id, 900, id from tag where organization_id = :o");
    takeAway();
    assertThat(office.texts("select name from tag")).hasSize(1);
  }

  @Test
  void whatAPersonDidInADialogueOfTheirsGoesAndWhatSheSoldStays() throws SQLException {
    bring();
    var conversation = office.text("select max(id) from conversation where kind = 'EXAMPLE'");
    office.change(
        "insert into conversation_note (organization_id, id, conversation_id, user_id, body) values (:o, 1, %s, 1, 'x')"
            .formatted(conversation));
    office.change(
        "insert into orders (organization_id, id, number, client_id, conversation_id) values (:o, 9, 99, 1, %s)"
            .formatted(conversation));
    office.change(
        """
        insert into order_line (organization_id, id, order_id, product_id, price_id, unit, quantity, unit_price, currency)
        select organization_id, 99, 9, product_id, id, unit, 1, amount, currency from product_price
        where organization_id = :o and unit = 'PIECE'""");
    office.change(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title, product_id) select :o, 5, 1, 1, 1, 'Real', min(product_id) from product_price where organization_id = :o and unit = 'ADULT'");
    takeAway();
    assertThat(office.texts("select 1 from conversation where kind = 'EXAMPLE'")).isEmpty();
    assertThat(office.texts("select number::text from orders where conversation_id is null"))
        .containsExactly("99");
    assertThat(office.texts("select name from product where not example")).hasSize(2);
  }

  @Test
  void whatHasBecomeRealStays() throws SQLException {
    bring();
    var client = office.text("select min(id)::text from client where example");
    office.change(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title) values (:o, 5, %s, 1, 1, 'Real')"
            .formatted(client));
    takeAway();
    assertThat(office.texts("select title from deal")).containsExactly("Real");
    assertThat(office.texts("select id::text from client order by id"))
        .containsExactlyInAnyOrder("1", "2", client);
    assertThat(office.texts("select 1 from client where example")).isEmpty();
  }

  /** What hangs on a client and does not go by itself would keep the example from going. */
  @Test
  void everyTableThatHoldsAClientIsThoughtOf() throws SQLException {
    assertThat(holding("client"))
        .containsExactlyInAnyOrder(
            "client", "conversation", "audit_event", "deal", "client_merge", "orders");
  }

  private static List<String> holding(String table) throws SQLException {
    var holding = new ArrayList<String>();
    try (var connection = Database.superuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select distinct conrelid::regclass::text from pg_constraint where contype = 'f'"
                    + " and confrelid = '"
                    + table
                    + "'::regclass and confdeltype = 'a'")) {
      while (rows.next()) {
        holding.add(rows.getString(1));
      }
    }
    return holding;
  }

  @Test
  void everyTableThatHoldsAConversationIsThoughtOf() throws SQLException {
    assertThat(holding("conversation"))
        .containsExactlyInAnyOrder(
            "message",
            "conversation_note",
            "note_mention",
            "dead_letter",
            "audit_event",
            "deal",
            "orders");
  }

  @Test
  void theirsStayWhenOursGo() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      other.run(() -> other.get(Examples.class).bring(Locale.ENGLISH, Office.AIGUL));
      bring();
      takeAway();
      assertThat(other.texts("select 1 from client where example")).hasSize(6);
    }
  }

  @Test
  void withoutAPipelineThereAreClientsOnly() throws SQLException {
    office.change("delete from stage where organization_id = :o");
    office.change("delete from pipeline where organization_id = :o");
    bring();
    assertThat(office.texts("select 1 from client where example")).hasSize(6);
    assertThat(office.texts("select 1 from deal")).isEmpty();
  }

  private void bring() {
    office.run(() -> examples.bring(Locale.of("ru"), Office.AIGUL));
  }

  private void takeAway() {
    office.run(() -> examples.takeAway(Office.AIGUL));
  }

  /** A tally that has come down to nothing is as good as none. */
  private List<String> counts() {
    return TABLES.stream()
        .map(
            table ->
                table
                    + office.text(
                        "select count(*)::text from %s %s"
                            .formatted(table, table.equals("deal_tally") ? "where deals > 0" : "")))
        .toList();
  }
}
