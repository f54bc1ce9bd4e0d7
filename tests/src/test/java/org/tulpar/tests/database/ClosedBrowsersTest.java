package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.conversation.desk.Assignee;
import org.tulpar.conversation.desk.Desk;
import org.tulpar.conversation.note.Notes;
import org.tulpar.conversation.push.PushClock;
import org.tulpar.conversation.push.PushNews;
import org.tulpar.conversation.push.PushResult;
import org.tulpar.conversation.push.PushSubscriptions;

/** Who is told what while Tulpar is closed: the rules are those of the pages. */
class ClosedBrowsersTest {

  @RegisterExtension final Office office = new Office();
  private final PushSubscriptions subscriptions = office.get(PushSubscriptions.class);
  private final PushNews news = office.get(PushNews.class);
  private final PushClock clock = office.get(PushClock.class);
  private final Desk desk = office.get(Desk.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One").conversation(2, "Two");
    listens(Office.AIGUL, "aigul");
    listens(Office.BAKYT, "bakyt");
  }

  @Test
  void whoIsGivenAConversationIsToldAndNobodyElse() {
    assign(1, Office.BAKYT, Office.AIGUL);
    assign(2, Office.AIGUL, Office.AIGUL);
    changes(1, 2);
    tells("bakyt Вам назначен диалог | One");
  }

  @Test
  void theSameOccasionIsToldOnce() {
    assign(1, Office.BAKYT, Office.AIGUL);
    changes(1);
    changes(1);
    tells("bakyt Вам назначен диалог | One");
    assign(1, Office.AIGUL, Office.AIGUL);
    assign(1, Office.BAKYT, Office.AIGUL);
    changes(1);
    tells("bakyt Вам назначен диалог | One", "bakyt Вам назначен диалог | One");
  }

  @Test
  void aClientWhoWritesIsToldWithTheWordsOfThePage() throws SQLException {
    office.change("update users set locale = 'en' where organization_id = :o and id = 1");
    assign(1, Office.AIGUL, Office.AIGUL);
    writes("Still there?", 2);
    changes(1);
    writes("Hello?", 1);
    changes(1);
    tells(
        "aigul The client has written | One: Still there?",
        "aigul The client has written | One: Hello?");
  }

  @Test
  void aTeamsConversationConcernsTheTeamAndTheMostPersonalReasonIsTold() throws SQLException {
    office.change(
        "update conversation set handler = 'WAITING_HUMAN', waiting_since = now(), team_id = 1"
            + " where organization_id = :o and id = 1");
    office.run(
        () -> office.get(Notes.class).add(1, Office.AIGUL, "@Bakyt look", UUID.randomUUID()));
    changes(1);
    tells("bakyt Вас упомянули в заметке | One");
  }

  @Test
  void whoWantsNoNoticesOfTheBrowserIsToldNothing() throws SQLException {
    office.change("update users set notify_browser = false where organization_id = :o and id = 2");
    assign(1, Office.BAKYT, Office.AIGUL);
    changes(1);
    tellsNobody();
  }

  @Test
  void whereNobodyIsSignedInAnyMoreNothingIsTold() throws SQLException {
    office.change(
        "update browser set seen_at = now() - interval '1 day' where organization_id = :o");
    office.change(
        "insert into remember_me (organization_id, token_hash, browser_id, expires_at) select"
            + " organization_id, 'x', id, now() + interval '1 day' from browser where"
            + " organization_id = :o and user_id = 1");
    assign(1, Office.BAKYT, Office.AIGUL);
    assign(2, Office.AIGUL, Office.BAKYT);
    changes(1, 2);
    tells("aigul Вам назначен диалог | Two");
  }

  @Test
  void anotherOrganizationHearsNothing() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      other.conversation(77, "Theirs");
      other.change("update conversation set handler = 'WAITING_HUMAN' where organization_id = :o");
      news.changed(new ConversationChanged(office.organization(), 77));
      news.changed(new ConversationChanged(other.organization(), 77));
      clock.round();
      tellsNobody();
      assertThat(other.pushes().sent()).isEmpty();
    }
  }

  @Test
  void aBrowserThatIsGoneIsForgotten() {
    office.pushes().answers(new PushResult.Gone());
    assign(1, Office.BAKYT, Office.AIGUL);
    changes(1);
    await().atMost(Duration.ofSeconds(10)).until(() -> browsers().equals(List.of("aigul null 0")));
  }

  @Test
  void itIsCountedWhatWasRefusedUntilItIsTakenAgain() {
    office.pushes().answers(new PushResult.Rejected("http_400"));
    assign(1, Office.BAKYT, Office.AIGUL);
    changes(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> browsers().equals(List.of("aigul null 0", "bakyt null 1")));
    assign(2, Office.BAKYT, Office.AIGUL);
    changes(2);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> browsers().equals(List.of("aigul null 0", "bakyt taken 0")));
  }

  @Test
  void whatHasTakenNothingForLongIsForgotten() throws SQLException {
    office.change("update push_subscription set failures = 18 where organization_id = :o");
    office.pushes().answers(new PushResult.Rejected("http_400"));
    assign(1, Office.BAKYT, Office.AIGUL);
    changes(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> browsers().equals(List.of("aigul null 18", "bakyt null 19")));
    office.pushes().answers(new PushResult.Rejected("http_400"));
    assign(2, Office.BAKYT, Office.AIGUL);
    changes(2);
    await().atMost(Duration.ofSeconds(10)).until(() -> browsers().equals(List.of("aigul null 18")));
  }

  @Test
  void whoIsAskedToWaitForLongLetsItBe() {
    office.pushes().answers(new PushResult.Later("http_429", Duration.ofMinutes(5)));
    assign(1, Office.BAKYT, Office.AIGUL);
    changes(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> browsers().equals(List.of("aigul null 0", "bakyt null 1")));
    assertThat(office.pushes().sent()).hasSize(1);
  }

  @Test
  void aServiceThatIsAwayForAMomentIsTriedAgainAndNotForEver() {
    var later = new PushResult.Later("http_503", null);
    office.pushes().answers(later);
    assign(1, Office.BAKYT, Office.AIGUL);
    changes(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> browsers().equals(List.of("aigul null 0", "bakyt taken 0")));
    assertThat(office.pushes().sent()).hasSize(2);
    List.of(later, later, later, later).forEach(office.pushes()::answers);
    assign(2, Office.BAKYT, Office.AIGUL);
    changes(2);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> browsers().equals(List.of("aigul null 0", "bakyt taken 1")));
    assertThat(office.pushes().sent()).hasSize(5);
  }

  private List<String> browsers() {
    return office.texts(
        "select substr(endpoint, 26) || ' ' || case when last_success_at is null then 'null' else"
            + " 'taken' end || ' ' || failures from push_subscription order by id");
  }

  private void listens(long person, String name) throws SQLException {
    office.change(
        "insert into browser (organization_id, user_id, agent, address) values (:o, %d, '', '')"
            .formatted(person));
    var browser =
        Long.parseLong(office.text("select id::text from browser where user_id = " + person));
    office.run(() -> subscriptions.begin(person, browser, ScriptedPush.at(name)));
  }

  private void assign(long conversation, long person, long by) {
    office.within(() -> desk.assign(List.of(conversation), new Assignee.Person(person), by));
  }

  private void writes(String words, int minutesAgo) throws SQLException {
    office.change(
        """
        update conversation set unread = 1, last_client_at = now() - interval '%d minutes', last_message_author = 'CLIENT',
          last_message_text = '%s' where organization_id = :o and id = 1\
        """
            .formatted(minutesAgo, words));
  }

  private void changes(long... conversations) {
    for (var one : conversations) {
      news.changed(new ConversationChanged(office.organization(), one));
    }
    clock.round();
  }

  private void tellsNobody() {
    await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(5))
        .until(() -> office.pushes().sent().isEmpty());
  }

  private void tells(String... notices) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(office.pushes().sent()).containsExactly(notices));
  }
}
