package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.conversation.fact.Leads;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxSort;
import org.tulpar.conversation.list.InboxTab;

/**
 * What the planner chooses for the inbox by itself, where one organization has thousands of
 * conversations among others that have as many: nobody's list reads a table from end to end.
 */
class InboxPlanTest {

  private static final List<String> FILLED =
      List.of("client", "conversation", "message", "message_translation", "extracted_fact");
  private static final int CONVERSATIONS = 4000;
  private static final String OTHERS =
      """
      insert into organization (organization_id, name)
      select gen_random_uuid(), 'Inbox plan' from generate_series(1, 15)""";

  /** Of every organization of this test: ours, and those beside it. */
  private static final List<String> ROWS =
      List.of(
          """
          insert into client (organization_id, id, name, phone, language)
          select o.organization_id, n, 'Client' || n, '7701' || lpad(n::text, 7, '0'), 'ru'
          from organization o, generate_series(1, %d) n where o.organization_id = :o or o.name = 'Inbox plan'""",
          """
          insert into client_word (organization_id, word, client_id)
          select organization_id, lower(name), id from client where organization_id = :o
          union select organization_id, phone, id from client where organization_id = :o""",
          """
          insert into conversation (organization_id, id, client_id, channel_id, address, last_message_at, handler, assignee_id, waiting_since, unread, status)
          select o.organization_id, n, n, :o, 'a' || n, now() - make_interval(mins => n),
            case when n %% 4 = 0 then 'WAITING_HUMAN' when n %% 4 = 1 then 'HUMAN' else 'BOT' end,
            case when n %% 8 = 1 then 1 end, case when n %% 4 = 0 then now() - make_interval(mins => n) end, n %% 3,
            case when n %% 16 = 15 then 'CLOSED' else 'OPEN' end
          from organization o, generate_series(1, %d) n where o.organization_id = :o or o.name = 'Inbox plan'""",
          """
          insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
          select v.organization_id, v.id * 10 + n, v.id, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', 'word' || v.id || ' said', v.last_message_at
          from conversation v join organization o using (organization_id), generate_series(1, 4) n
          where o.organization_id = :o or o.name = 'Inbox plan' and n = 1""",
          """
          insert into message_translation (organization_id, message_id, language, text)
          select m.organization_id, m.id, l.language, 'read' || m.conversation_id || ' in ' || l.language
          from message m join organization o using (organization_id), (values ('ru'), ('en')) l (language)
          where (o.organization_id = :o or o.name = 'Inbox plan') and m.id % 10 = 1""",
          """
          insert into extracted_fact (organization_id, conversation_id, message_id, kind, text, quote)
          select m.organization_id, m.conversation_id, m.id, k.kind, 'text', 'quote'
          from message m join organization o using (organization_id), (values ('DATES'), ('WISH')) k (kind)
          where (o.organization_id = :o or o.name = 'Inbox plan') and m.id % 10 = 1""");

  private static final Explained EXPLAINED = new Explained();
  private static final Office OFFICE = new Office(EXPLAINED);
  private final Inbox inbox = OFFICE.get(Inbox.class);

  @BeforeAll
  static void fill() throws SQLException {
    OFFICE.prepare();
    OFFICE.change(OTHERS);
    for (var rows : ROWS) {
      quickly(rows.contains("%d") ? rows.formatted(CONVERSATIONS) : rows);
    }
    OFFICE.change(
        "analyze client, client_word, conversation, message, message_translation, extracted_fact");
    EXPLAINED.listen();
  }

  /** Without what triggers and foreign keys would make of each row. */
  private static void quickly(String statement) throws SQLException {
    OFFICE.change(
        "set session_replication_role = replica; "
            + statement
            + "; reset session_replication_role");
  }

  @AfterAll
  static void empty() throws SQLException {
    quickly(
        "delete from client_word where organization_id = :o"
            .concat(
                String.join(
                    "",
                    FILLED.stream()
                        .map(
                            table ->
                                "; delete from %s where organization_id = :o or organization_id in (select organization_id from organization where name = 'Inbox plan')"
                                    .formatted(table))
                        .toList())));
    OFFICE.change("delete from organization where name = 'Inbox plan'");
    OFFICE.close();
  }

  @Test
  void whatAClientHasToldIsFoundWithoutReadingWhatOthersHave() {
    var lead = OFFICE.within(() -> OFFICE.get(Leads.class).of(17));
    assertThat(lead.facts()).hasSize(2);
    nothingIsReadFromEndToEnd(1);
    assertThat(EXPLAINED.plans())
        .as("nor what all clients of the organization have told")
        .noneMatch(plan -> plan.contains("Hash Join"));
  }

  @BeforeEach
  void forget() {
    EXPLAINED.forget();
  }

  @Test
  void everyTabInEitherOrderIsReadFromAnIndexPageByPage() {
    for (var tab : InboxTab.values()) {
      for (var sort : InboxSort.values()) {
        var filter = InboxFilter.of(Map.of("sort", sort.name())::get, tab);
        var first = OFFICE.within(() -> inbox.page(filter, Office.AIGUL, null));
        assertThat(first.rows()).as("%s by %s", tab, sort).hasSize(Inbox.PAGE);
        OFFICE.within(() -> inbox.page(filter, Office.AIGUL, first.next()));
      }
    }
    nothingIsReadFromEndToEnd(2 * InboxTab.values().length * InboxSort.values().length);
  }

  @ParameterizedTest
  @CsvSource({
    "state, UNREAD",
    "state, CLOSED",
    "manager, 1",
    "q, word777",
    "q, read777",
    "q, client777",
    "q, 77010000777"
  })
  void aFilterReadsNoWholeTable(String name, String value) {
    var filter = InboxFilter.of(Map.of(name, value)::get, InboxTab.ALL);
    var page = OFFICE.within(() -> inbox.page(filter, Office.AIGUL, null));
    assertThat(page.rows()).isNotEmpty();
    nothingIsReadFromEndToEnd(1);
  }

  @Test
  void theSearchForWordsReadsTheIndexOfWords() {
    var filter = InboxFilter.of(Map.of("q", "word777 said")::get, InboxTab.ALL);
    OFFICE.within(() -> inbox.page(filter, Office.AIGUL, null));
    assertThat(EXPLAINED.plans())
        .singleElement()
        .asString()
        .contains("message_words")
        .containsOnlyOnce("on message_translation_words")
        .contains("client_word_pkey");
  }

  @Test
  void whetherASearchLeavesOutMessagesIsReadFromTheIndexesOfWords() {
    var filter = InboxFilter.of(Map.of("q", "read777")::get, InboxTab.ALL);
    assertThat(OFFICE.within(() -> inbox.cut(filter))).isFalse();
    nothingIsReadFromEndToEnd(1);
  }

  @Test
  void theNumbersOfTheTabsAreReadFromIndexes() {
    var counts = OFFICE.within(() -> inbox.counts(Office.AIGUL));
    assertThat(counts.mine()).isEqualTo(500);
    assertThat(counts.all()).isEqualTo(CONVERSATIONS);
    nothingIsReadFromEndToEnd(1);
  }

  @Test
  void whatChangedIsReadByItsNumbers() {
    var filter = InboxFilter.of(Map.<String, String>of()::get, InboxTab.ALL);
    OFFICE.within(() -> inbox.among(filter, Office.AIGUL, List.of(1L, 2L, 3L)));
    nothingIsReadFromEndToEnd(1);
  }

  private static void nothingIsReadFromEndToEnd(int atLeast) {
    assertThat(EXPLAINED.plans())
        .hasSizeGreaterThanOrEqualTo(atLeast)
        .noneMatch(
            plan ->
                plan.matches(
                    "(?s).*Seq Scan on (conversation|message|message_translation|client|client_word|extracted_fact)\\b.*"));
  }
}
