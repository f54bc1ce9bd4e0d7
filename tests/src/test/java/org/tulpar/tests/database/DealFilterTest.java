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
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.DealFilter;

/** The board narrowed by what is known of the dialogue and of the client. */
class DealFilterTest {

  private static final String OTHER = "00000000-0000-4000-8000-000000000007";

  @RegisterExtension final Funnel funnel = new Funnel();
  private final Board board = funnel.get(Board.class);

  /**
   * The deal "of Markus" is about the conversation, the deal "of Fatima" about none; her client is
   * tagged and speaks Arabic.
   */
  @BeforeEach
  void prepare() throws Exception {
    funnel.create("of Markus");
    funnel.change(
        "insert into client (organization_id, id, name, language) values (:o, 2, 'Fatima', 'ar')");
    funnel.change(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title, owner_id)"
            + " values (:o, 900, 2, 1, 2, 'of Fatima', 2)");
    funnel.change("insert into tag (organization_id, id, name) values (:o, 7, 'VIP')");
    funnel.change("insert into client_tag (organization_id, client_id, tag_id) values (:o, 2, 7)");
    funnel.change(
        "update conversation set assignee_id = 2, handler = 'HUMAN', last_client_at = now() -"
            + " interval '21 hours' where organization_id = :o");
    funnel.change("update client set language = 'de' where id = 1 and organization_id = :o");
    given("failed", 1);
  }

  /** A message that was given up. */
  private void given(String body, long conversation) throws SQLException {
    funnel.change(
        "insert into message (organization_id, id, conversation_id, direction, author, origin,"
            + " status, kind, body, occurred_at) values (:o, 70, %d, 'OUT', 'MANAGER', 'CRM', 'FAILED', 'TEXT', '%s', now())"
                .formatted(conversation, body));
    funnel.change(
        "insert into dead_letter (organization_id, message_id, conversation_id, channel_id,"
            + " attempts) values (:o, 70, %d, :o, 3)".formatted(conversation));
  }

  @ParameterizedTest
  @CsvSource({
    "manager, 2, of Markus",
    "manager, 1,",
    "channel, " + OTHER + ",",
    "state, FAILED, of Markus",
    "state, SNOOZED,",
    "tag, 7, of Fatima",
    "tag, 8,",
    "lang, ar, of Fatima",
    "lang, de, of Markus",
    "lang, en,"
  })
  void eachConditionNarrowsCardsAndCountsAlike(String name, String value, String expected) {
    var filter = all().like(InboxFilter.of(Map.of(name, value)::get, InboxTab.ALL));
    assertThat(titles(filter)).isEqualTo(expected == null ? List.of() : List.of(expected));
    assertThat(counted(filter)).isEqualTo(expected == null ? 0 : 1);
  }

  @Test
  void theChannelOfTheDialogueIsMeant() {
    var filter =
        all()
            .like(
                InboxFilter.of(
                    Map.of("channel", funnel.organization().toString())::get, InboxTab.ALL));
    assertThat(titles(filter)).containsExactly("of Markus");
  }

  /** Only where the messenger has a window at all. */
  @Test
  void aWindowThatClosesIsOfItsMessenger() throws Exception {
    var closing = all().like(InboxFilter.of(Map.of("state", "CLOSING")::get, InboxTab.ALL));
    assertThat(titles(closing)).isEmpty();
    funnel.change(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (:o,"
            + " gen_random_uuid(), 'WHATSAPP_CLOUD', 'Cloud', 'cloud', 'http://127.0.0.1')");
    funnel.change(
        "update conversation set channel_id = (select id from channel h where h.organization_id ="
            + " :o and h.type = 'WHATSAPP_CLOUD') where organization_id = :o");
    assertThat(titles(closing)).containsExactly("of Markus");
    assertThat(counted(closing)).isEqualTo(1);
  }

  @Test
  void whoShallBeAnsweredNowIsSoOnTheBoardToo() throws Exception {
    var due = all().like(InboxFilter.of(Map.of("state", "DUE")::get, InboxTab.ALL));
    funnel.change(
        "update conversation set waiting_since = now() - interval '9 minutes' where organization_id = :o");
    assertThat(titles(due)).isEmpty();
    funnel.change("update organization set first_answer_minutes = 10 where organization_id = :o");
    assertThat(titles(due)).containsExactly("of Markus");
    assertThat(counted(due)).isEqualTo(1);
  }

  @Test
  void aPersonsDealsAreHersWhoeverAsks() {
    assertThat(titles(all().ownedBy(2L))).containsExactly("of Fatima");
    assertThat(counted(all().ownedBy(2L))).isEqualTo(1);
    assertThat(counted(all().ownedBy(99L))).isZero();
  }

  @Test
  void conditionsOfDialogueAndClientAddUp() {
    var both = all().like(InboxFilter.of(Map.of("manager", "2", "lang", "de")::get, InboxTab.ALL));
    assertThat(titles(both)).containsExactly("of Markus");
    var neither =
        all().like(InboxFilter.of(Map.of("manager", "2", "lang", "ar")::get, InboxTab.ALL));
    assertThat(titles(neither)).isEmpty();
  }

  private static DealFilter all() {
    return DealFilter.everything(Funnel.AIGUL);
  }

  private List<String> titles(DealFilter filter) {
    return funnel.within(() -> board.first(Funnel.PIPELINE, filter)).stream()
        .map(DealCard::title)
        .toList();
  }

  private long counted(DealFilter filter) {
    return funnel.within(() -> board.totals(Funnel.PIPELINE, filter)).stream()
        .mapToLong(total -> total.count())
        .sum();
  }
}
