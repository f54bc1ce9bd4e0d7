package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.inbound.Resolution;
import org.tulpar.dialogue.ledger.EventStatus;
import org.tulpar.dialogue.ledger.LedgerBook;
import org.tulpar.dialogue.ledger.LedgerQuestion;
import org.tulpar.dialogue.ledger.Replay;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * The ledger through the application's own classes: what is put back is applied, and nothing twice.
 */
class ReplayTest {

  private static final List<String> RESULT =
      List.of(
          "client",
          "client_identity",
          "conversation",
          "message",
          "turn",
          "outbox_message",
          "audit_event",
          "channel");

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
  private final UUID channel = UUID.randomUUID();
  private final List<Integer> woken = new ArrayList<>();
  private final Rig rig =
      new Rig()
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
          .with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 2)))
          .with(ChannelPayloads.class, Adapters.evolution())
          .with(InboundQueue.class, woken::add)
          .with(TurnQueue.class, lane -> {});

  @BeforeEach
  void prepare() throws SQLException {
    change("insert into organization (organization_id, name, glue_seconds) values (?, 'Test', 5)");
    change(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (?, '%s', 'EVOLUTION', 'Main', 'test', 'http://127.0.0.1')"
            .formatted(channel));
    change(
        "insert into channel_route (organization_id, channel_id, channel_key, channel_type, secret_hash) values (?, '%1$s', '%1$s', 'EVOLUTION', '')"
            .formatted(channel));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aDayThatIsReplayedChangesNothing() throws SQLException {
    aDay();
    var before = result();
    var again = within(() -> rig.get(Replay.class).day(channel, today()));
    assertThat(again).as("events put back").isEqualTo(9);
    assertThat(count("status = 'WAITING'")).isEqualTo(9);
    drain();
    assertThat(count("status = 'WAITING'")).isZero();
    assertThat(result()).isEqualTo(before);
  }

  @Test
  void aReplayDoesNotOpenAClosedConversationAnew() throws SQLException {
    aDay();
    change("delete from turn where organization_id = ?");
    change("update conversation set status = 'CLOSED' where organization_id = ?");
    var before = result();
    within(() -> rig.get(Replay.class).day(channel, today()));
    drain();
    assertThat(result()).isEqualTo(before);
  }

  @Test
  void aReplayBringsBackWhatGotLost() throws SQLException {
    aDay();
    change("delete from message where organization_id = ? and external_id = 'M-2'");
    within(() -> rig.get(Replay.class).day(channel, today()));
    drain();
    assertThat(look("select body from message where organization_id = ? and external_id = 'M-2'"))
        .isEqualTo("second");
  }

  @Test
  void theCountsSayWhatBecameOfEverything() throws SQLException {
    aDay();
    event("bad", "{\"event\": ");
    event("waits", message("77010000009", "M-9", false, "later"));
    drain();
    event("new", message("77010000009", "M-10", false, "later"));
    var tally = within(() -> rig.get(LedgerBook.class).tallies(1)).getFirst();
    assertThat(tally.name()).isEqualTo("Main");
    assertThat(tally.processed()).isEqualTo(10);
    assertThat(tally.ignored()).isEqualTo(1);
    assertThat(tally.failed()).isEqualTo(1);
    assertThat(tally.waiting()).isEqualTo(1);
    assertThat(tally.received()).isEqualTo(13);
    within(() -> rig.get(Replay.class).day(channel, today()));
    tally = within(() -> rig.get(LedgerBook.class).tallies(1)).getFirst();
    assertThat(tally.processed()).isZero();
    assertThat(tally.received()).as("after a replay").isEqualTo(13);
  }

  @Test
  void aFailedEventHasItsReasonAndIsProcessedAgain() throws SQLException {
    event("bad", "{\"event\": ");
    drain();
    var question = new LedgerQuestion(channel, EventStatus.FAILED, null, 10);
    var failed = within(() -> rig.get(LedgerBook.class).page(question)).rows();
    assertThat(failed).hasSize(1);
    assertThat(failed.getFirst().reason()).isNotBlank();
    change(
        "update inbound_event set raw = '%s' where organization_id = ?"
            .formatted(message("77010000001", "M-1", false, "now it can be read")));
    woken.clear();
    var put = within(() -> rig.get(LedgerBook.class).processAgain(List.of(failed.getFirst().id())));
    assertThat(put).isEqualTo(1);
    assertThat(woken).containsExactly(Lane.of(organization));
    drain();
    assertThat(count("status = 'PROCESSED'")).isEqualTo(1);
    assertThat(look("select body from message where organization_id = ?"))
        .isEqualTo("now it can be read");
  }

  @Test
  void anotherOrganizationsEventsAreNeitherSeenNorPutBack() throws SQLException {
    event("bad", "{\"event\": ");
    drain();
    var id = Long.parseLong(look("select id from inbound_event where organization_id = ?"));
    var stranger = new OrganizationId(UUID.randomUUID());
    var book = rig.get(LedgerBook.class);
    var all = new LedgerQuestion(null, null, null, 10);
    assertThat(TenantScope.within(stranger, () -> book.page(all)).rows()).isEmpty();
    assertThat(TenantScope.within(stranger, () -> book.processAgain(List.of(id)))).isZero();
    assertThat(count("status = 'FAILED'")).isEqualTo(1);
  }

  @Test
  void pagesFollowEachOtherWithoutAGap() throws SQLException {
    for (int i = 0; i < 7; i++) {
      event("E-" + i, message("77010000001", "M-" + i, false, "text"));
    }
    drain();
    var seen = new ArrayList<String>();
    Long before = null;
    do {
      var question = new LedgerQuestion(null, EventStatus.PROCESSED, before, 3);
      var page = within(() -> rig.get(LedgerBook.class).page(question));
      page.rows().forEach(row -> seen.add(row.externalId()));
      before = page.before();
    } while (before != null);
    assertThat(seen).containsExactly("E-6", "E-5", "E-4", "E-3", "E-2", "E-1", "E-0");
  }

  /** Two people, an echo of ours, a reply typed on the phone, receipts, a lost connection. */
  private void aDay() throws SQLException {
    event("1", message("77010000001", "M-1", false, "first"));
    event("2", message("77010000001", "M-2", false, "second"));
    event("3", message("77010000002", "M-3", false, "another"));
    event("4", message("77010000002", "M-4", true, "typed on the phone"));
    event("5", message("77010000002", "M-5", false, "thank you"));
    event(
        "6",
        "{\"event\":\"messages.update\",\"data\":{\"keyId\":\"M-4\",\"fromMe\":true,\"status\":\"READ\"}}");
    event(
        "7",
        "{\"event\":\"messages.update\",\"data\":{\"keyId\":\"M-4\",\"fromMe\":true,\"status\":\"DELIVERY_ACK\"}}");
    event("8", "{\"event\":\"connection.update\",\"data\":{\"state\":\"close\"}}");
    event("9", "{\"event\":\"connection.update\",\"data\":{\"state\":\"open\"}}");
    event("nobody", "{\"event\":\"presence.update\",\"data\":{}}");
    drain();
    assertThat(
            look(
                "select string_agg(reason, ' ') from inbound_event where organization_id = ? and status = 'FAILED'"))
        .as("reasons of failures")
        .isNull();
    change(
        "update channel set connection_state = 'CONNECTING', version = 77 where organization_id = ?");
  }

  private static String message(String number, String id, boolean ours, String text) {
    return "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"remoteJid\":\"%s@s.whatsapp.net\",\"fromMe\":%s,\"id\":\"%s\"},\"message\":{\"conversation\":\"%s\"},\"messageType\":\"conversation\",\"messageTimestamp\":1790000000}}"
        .formatted(number, ours, id, text);
  }

  private void event(String externalId, String raw) throws SQLException {
    change(
        "insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, raw) values (?, '%s', '%s', 'test', %d, '%s')"
            .formatted(channel, externalId, Lane.of(organization), raw));
  }

  private void drain() throws SQLException {
    rig.get(Resolution.class).drain(Lane.of(organization));
  }

  /** Every row of every table that the pipeline writes, as text. */
  private Map<String, String> result() throws SQLException {
    var rows = new LinkedHashMap<String, String>();
    for (var table : RESULT) {
      rows.put(
          table,
          look(
              "select coalesce(string_agg(t::text, ' ' order by t::text), '') from %s t where organization_id = ?"
                  .formatted(table)));
    }
    return rows;
  }

  private int count(String condition) throws SQLException {
    return Integer.parseInt(
        look("select count(*) from inbound_event where organization_id = ? and " + condition));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private <T> T within(java.util.function.Supplier<T> work) {
    return TenantScope.within(organization, work);
  }

  private void change(String sql) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization.value());
      statement.executeUpdate();
    }
  }

  private String look(String sql) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization.value());
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }
}
