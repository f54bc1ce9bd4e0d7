package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxRow;
import org.tulpar.conversation.list.InboxTab;

/** The list through the application's own classes, against the database as it is. */
class InboxSearchTest {

  @RegisterExtension final Office office = new Office();
  private final Inbox inbox = office.get(Inbox.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "Markus Kohler").said(1, "Есть ли места для четверых на 12 июля?");
    office.conversation(2, "Fatima").said(2, "We are booking two rooms with a lake view");
    office.conversation(3, "Нурбек").said(3, "Позовите человека, пожалуйста");
  }

  @ParameterizedTest
  @CsvSource({
    "место, 1", // bent otherwise
    "четвер, 1", // begun
    "booked rooms, 2", // bent otherwise, both words
    "12 июля, 1", // digits
    "LAKE, 2", // capital letters
    "markus, 1", // the client's name
    "нурб, 3", // the name begun
    "77010000002, 2" // the client's phone
  })
  void aConversationIsFoundByItsWordsAndByItsClient(String typed, long expected) {
    assertThat(found("q", typed)).containsExactly(expected);
  }

  @Test
  void allWordsMustStandInOneMessage() {
    assertThat(found("q", "places lake")).isEmpty();
    assertThat(found("q", "lake rooms")).containsExactly(2L);
  }

  @Test
  void whatWasFoundIsShown() {
    var row = page(Map.of("q", "человек")).getFirst();
    assertThat(row.beside().found()).isEqualTo("Позовите человека, пожалуйста");
  }

  /** Shown in the language in which the words are, her own first: Aigul reads Russian. */
  @ParameterizedTest
  @CsvSource({
    "вид озеро, Бронируем два номера с видом на озеро Karakol", // what she reads
    "seeblick, Zwei Zimmer mit Seeblick am Karakol", // what a colleague reads
    "lake, Two rooms with a lake view at Karakol", // what was said
    "karakol, Бронируем два номера с видом на озеро Karakol" // in each of them
  })
  void aConversationIsFoundInEachLanguageItIsReadIn(String typed, String shown)
      throws SQLException {
    office.conversation(4, "Omar").said(4, "Two rooms with a lake view at Karakol");
    reads(4, "de", "Zwei Zimmer mit Seeblick am Karakol");
    reads(4, "ru", "Бронируем два номера с видом на озеро Karakol");
    office.said(4, "Thank you");
    assertThat(page(Map.of("q", typed)))
        .filteredOn(row -> row.id() == 4)
        .singleElement()
        .satisfies(row -> assertThat(row.beside().found()).isEqualTo(shown));
  }

  @Test
  void theTranslationOfADeletedMessageIsNotFound() throws SQLException {
    reads(2, "ru", "Комната с видом на озеро");
    assertThat(found("q", "озеро")).containsExactly(2L);
    office.change("update message set deleted_at = now() where organization_id = :o");
    assertThat(found("q", "озеро")).isEmpty();
  }

  /** A filter beside a common word may leave out older conversations. */
  @Test
  void whoSearchesIsToldThatOlderMessagesWereLeftOut() throws SQLException {
    office.change(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
        select :o, 100000 + n, 1, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', 'To the lake', now() from generate_series(2, %d) n"""
            .formatted(Inbox.SEARCHED));
    reads(2, "de", "Not one lake more: the same message");
    assertThat(cut("lake")).isFalse();
    reads(3, "en", "Call somebody from the lake");
    assertThat(cut("lake")).isTrue();
    assertThat(cut("rooms")).isFalse();
    assertThat(cut("")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"':*'", "\"' | '~\"", "!&|()", "'\\'", "'%'"})
  void whateverIsTypedIsNoQuestionOfItsOwn(String typed) {
    assertThat(found("q", typed)).isEmpty();
  }

  @Test
  void anotherOrganizationFindsNothing() throws SQLException {
    reads(2, "ru", "Комната с видом на озеро");
    try (var other = new Office()) {
      other.prepare();
      other.conversation(1, "Somebody").said(1, "Here we are");
      for (var typed : List.of("lake", "озеро")) {
        var filter = InboxFilter.of(Map.of("q", typed)::get, InboxTab.ALL);
        var page = other.within(() -> other.get(Inbox.class).page(filter, Office.AIGUL, null));
        assertThat(page.rows()).isEmpty();
      }
    }
  }

  @Test
  void eachFilterNarrows() throws SQLException {
    office.change(
        "update conversation set assignee_id = 2, handler = 'HUMAN' where id = 1 and organization_id = :o");
    office.change(
        "update conversation set team_id = 1, unread = 3 where id = 2 and organization_id = :o");
    office.change("update client set language = 'en' where id = 3 and organization_id = :o");
    office.change("insert into tag (organization_id, id, name) values (:o, 7, 'VIP')");
    office.change("insert into client_tag (organization_id, client_id, tag_id) values (:o, 3, 7)");
    office.change(
        "update conversation set status = 'SNOOZED' where id = 3 and organization_id = :o");
    office.change(
        "insert into pipeline (organization_id, id, name, position) values (:o, 1, 'Tours', 1)");
    office.change(
        "insert into stage (organization_id, id, pipeline_id, name, position, kind) values (:o, 5, 1, 'Paid', 1, 'OPEN')");
    office.change(
        "insert into deal (organization_id, id, client_id, conversation_id, pipeline_id, stage_id, title) values (:o, 1, 2, 2, 1, 5, 'Lake')");
    assertThat(found("manager", "2")).containsExactly(1L);
    assertThat(found("team", "1")).containsExactly(2L);
    assertThat(found("lang", "en")).containsExactly(3L);
    assertThat(found("tag", "7")).containsExactly(3L);
    assertThat(found("state", "UNREAD")).containsExactly(2L);
    assertThat(found("state", "SNOOZED")).containsExactly(3L);
    assertThat(found("channel", office.organization().toString())).hasSize(3);
    assertThat(found("stage", "5")).containsExactly(2L);
    assertThat(found("stage", "99")).isEmpty();
    assertThat(found("state", "CLOSED")).isEmpty();
  }

  /** Until a person has sent it again or let it be. */
  @Test
  void whatWasNotDeliveredIsFoundUntilItIsDecided() throws SQLException {
    assertThat(found("state", "FAILED")).isEmpty();
    office.change(
        "insert into dead_letter (organization_id, message_id, conversation_id, channel_id, attempts, code) select organization_id, id, 3, :o, 3, 'gave_up' from message where organization_id = :o and conversation_id = 3");
    assertThat(found("state", "FAILED")).containsExactly(3L);
    office.change(
        "update dead_letter set settlement = 'DISCARDED', settled_at = now() where organization_id = :o");
    assertThat(found("state", "FAILED")).isEmpty();
  }

  @Test
  void aClosingWindowIsFoundWhereThereIsOne() throws SQLException {
    office.change(
        "update conversation set last_client_at = now() - interval '22 hours' where id = 1 and organization_id = :o");
    assertThat(found("state", "CLOSING")).isEmpty();
    office.change("update channel set type = 'WHATSAPP_CLOUD' where organization_id = :o");
    assertThat(found("state", "CLOSING")).containsExactly(1L);
  }

  /** As the chip on the row warns: a quarter of the time is left, or nothing of it. */
  @Test
  void whoShallBeAnsweredNowIsFoundAsItIsPromisedInHerChannel() throws SQLException {
    waits(1, 29);
    waits(2, 31);
    waits(3, 500);
    assertThat(found("state", "DUE")).isEmpty();
    office.change("update organization set first_answer_minutes = 40 where organization_id = :o");
    assertThat(found("state", "DUE")).containsExactlyInAnyOrder(2L, 3L);
    office.change(
        "update conversation set status = 'SNOOZED' where id = 3 and organization_id = :o");
    office.change(
        "update conversation set answered_at = now() where id = 2 and organization_id = :o");
    assertThat(found("state", "DUE")).isEmpty();
    office.change(
        "update channel set next_answer_minutes = 20, first_answer_minutes = 60 where organization_id = :o");
    assertThat(found("state", "DUE")).containsExactly(2L);
    office.change("update conversation set waiting_since = null where organization_id = :o");
    assertThat(found("state", "DUE")).isEmpty();
  }

  private void waits(long conversation, int minutes) throws SQLException {
    office.change(
        "update conversation set handler = 'WAITING_HUMAN', waiting_since = now() - interval '%d minutes' where id = %d and organization_id = :o"
            .formatted(minutes, conversation));
  }

  @Test
  void whoHasWaitedLongestComesFirstAndThenTheLatest() throws SQLException {
    office.change(
        "update conversation set waiting_since = now() - interval '5 minutes' where id = 1 and organization_id = :o");
    office.change(
        "update conversation set waiting_since = now() - interval '50 minutes' where id = 2 and organization_id = :o");
    office.conversation(4, "Latest");
    assertThat(found("sort", "WAITING")).containsExactly(2L, 1L, 4L, 3L);
    assertThat(found("sort", "LATEST")).containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void theNextPageBeginsBehindTheLastRowInEitherOrder() throws SQLException {
    for (long id = 10; id < 75; id++) {
      office.conversation(id, "Client " + id);
    }
    office.change(
        "update conversation set waiting_since = now() - interval '1 minute' * id where id < 40 and organization_id = :o");
    for (var sort : List.of("WAITING", "LATEST")) {
      var filter = InboxFilter.of(Map.of("sort", sort)::get, InboxTab.ALL);
      var first = office.within(() -> inbox.page(filter, Office.AIGUL, null));
      var second = office.within(() -> inbox.page(filter, Office.AIGUL, first.next()));
      assertThat(first.rows()).hasSize(Inbox.PAGE);
      assertThat(second.next()).isNull();
      assertThat(second.rows()).hasSize(68 - Inbox.PAGE);
      assertThat(second.rows())
          .extracting(InboxRow::id)
          .doesNotContainAnyElementsOf(first.rows().stream().map(InboxRow::id).toList());
    }
  }

  /** Row security lets the index of words be used, as the operator is leakproof. */
  @Test
  void theSearchUsesTheIndexOfWords() throws SQLException {
    office.change(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
        select :o, 100000 + n, 1, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', 'word' || n || repeat(' and some more of it', 5), now() from generate_series(1, 60000) n""");
    office.change("analyze message");
    var plan =
        office.texts(
            "explain select conversation_id from message where words @@ ('''~%s'''::tsquery && to_tsquery('simple', 'word777:*'))"
                .formatted(office.organization()));
    assertThat(String.join("\n", plan)).contains("message_words").doesNotContain("Seq Scan");
  }

  /** What the last message of a conversation says in a language. */
  private void reads(long conversation, String language, String text) throws SQLException {
    office.change(
        "insert into message_translation (organization_id, message_id, language, text) select organization_id, max(id), '%s', '%s' from message where organization_id = :o and conversation_id = %d group by organization_id"
            .formatted(language, text, conversation));
  }

  private boolean cut(String typed) {
    var filter = InboxFilter.of(Map.of("q", typed)::get, InboxTab.ALL);
    return office.within(() -> inbox.cut(filter));
  }

  private List<Long> found(String name, String value) {
    return page(Map.of(name, value)).stream().map(InboxRow::id).toList();
  }

  private List<InboxRow> page(Map<String, String> address) {
    var filter = InboxFilter.of(address::get, InboxTab.ALL);
    return office.within(() -> inbox.page(filter, Office.AIGUL, null)).rows();
  }
}
