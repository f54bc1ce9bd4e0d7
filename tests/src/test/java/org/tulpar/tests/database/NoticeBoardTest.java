package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.conversation.desk.Assignee;
import org.tulpar.conversation.desk.Desk;
import org.tulpar.conversation.note.Notes;
import org.tulpar.conversation.notice.Notice;
import org.tulpar.conversation.notice.NoticeBoard;
import org.tulpar.conversation.notice.NoticeKind;
import org.tulpar.conversation.notice.NoticeSettings;

/** What concerns whom, against the database as it is. */
class NoticeBoardTest {

  @RegisterExtension final Office office = new Office();
  private final NoticeBoard board = office.get(NoticeBoard.class);
  private final Desk desk = office.get(Desk.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One").conversation(2, "Two").conversation(3, "Three");
  }

  @Test
  void whatTheBotDoesConcernsNobody() {
    assertThat(of(Office.AIGUL)).isEmpty();
    assertThat(waiting(Office.AIGUL)).isZero();
  }

  @Test
  void whoIsGivenAConversationHearsOfItAndWhoTookItDoesNot() {
    assign(1, Office.BAKYT, Office.AIGUL);
    assign(2, Office.AIGUL, Office.AIGUL);
    assertThat(of(Office.BAKYT))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(NoticeKind.ASSIGNED);
              assertThat(one.client()).isEqualTo("One");
            });
    assertThat(of(Office.AIGUL)).isEmpty();
  }

  @Test
  void toBeGivenItAgainIsAnotherOccasion() {
    assign(1, Office.BAKYT, Office.AIGUL);
    var first = of(Office.BAKYT).getFirst().key();
    assertThat(of(Office.BAKYT).getFirst().key()).isEqualTo(first);
    assign(1, Office.AIGUL, Office.AIGUL);
    assertThat(of(Office.BAKYT)).isEmpty();
    assign(1, Office.BAKYT, Office.AIGUL);
    assertThat(of(Office.BAKYT).getFirst().key()).isNotEqualTo(first);
  }

  @Test
  void theTurnGivesOneToo() throws SQLException {
    office.change("update channel set assigning = 'IN_TURN' where organization_id = :o");
    office.change(
        "update conversation set handler = 'WAITING_HUMAN' where organization_id = :o and id = 1");
    assertThat(kinds(Office.AIGUL)).containsExactly(NoticeKind.ASSIGNED);
  }

  @Test
  void aClientWhoWritesIsHeardByWhoAnswersThem() throws SQLException {
    assign(1, Office.AIGUL, Office.AIGUL);
    office.change(
        """
        update conversation set unread = 1, last_client_at = now(), last_message_author = 'CLIENT', last_message_text = 'Still there?'
        where organization_id = :o and id = 1""");
    assertThat(of(Office.AIGUL))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(NoticeKind.ANSWERED);
              assertThat(one.text()).isEqualTo("Still there?");
            });
    assertThat(waiting(Office.AIGUL)).isEqualTo(1);
    assertThat(of(Office.BAKYT)).isEmpty();
    assertThat(waiting(Office.BAKYT)).isZero();
  }

  @Test
  void whoeverNobodyAnswersConcernsEverybodyAndATeamsOnlyTheTeam() throws SQLException {
    office.change(
        "update conversation set handler = 'WAITING_HUMAN', waiting_since = now() where organization_id = :o and id in (1, 2)");
    office.change("update conversation set team_id = 1 where organization_id = :o and id = 2");
    assertThat(of(Office.AIGUL)).extracting(Notice::conversation).containsExactly(1L);
    assertThat(of(Office.BAKYT)).extracting(Notice::conversation).containsExactly(1L, 2L);
    assertThat(kinds(Office.AIGUL)).containsExactly(NoticeKind.WAITING);
  }

  @Test
  void whoIsNamedHearsOfItUntilTheyHaveLooked() {
    var notes = office.get(Notes.class);
    office.run(() -> notes.add(3, Office.AIGUL, "@Bakyt look", UUID.randomUUID()));
    assertThat(kinds(Office.BAKYT)).containsExactly(NoticeKind.MENTIONED);
    assertThat(waiting(Office.BAKYT)).isEqualTo(1);
    office.run(() -> notes.seen(3, Office.BAKYT));
    assertThat(of(Office.BAKYT)).isEmpty();
  }

  @Test
  void theMostPersonalReasonComesFirst() throws SQLException {
    assign(2, Office.BAKYT, Office.AIGUL);
    office.change(
        "update conversation set unread = 1, last_client_at = now() where organization_id = :o and id = 2");
    office.run(
        () -> office.get(Notes.class).add(2, Office.AIGUL, "@Bakyt urgent", UUID.randomUUID()));
    assertThat(kinds(Office.BAKYT))
        .containsExactly(NoticeKind.MENTIONED, NoticeKind.ASSIGNED, NoticeKind.ANSWERED);
  }

  @Test
  void aConversationOfAnotherOrganizationConcernsNobodyHere() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      other.conversation(77, "Theirs");
      other.change("update conversation set handler = 'WAITING_HUMAN' where organization_id = :o");
      assertThat(office.within(() -> board.among(List.of(77L), Office.AIGUL))).isEmpty();
      assertThat(waiting(Office.AIGUL)).isZero();
    }
  }

  @Test
  void everyoneChoosesForThemselves() {
    var choice = new NoticeSettings(false, true, true);
    office.run(() -> board.keep(Office.AIGUL, choice));
    assertThat(office.within(() -> board.settings(Office.AIGUL))).isEqualTo(choice);
    assertThat(office.within(() -> board.settings(Office.BAKYT)))
        .isEqualTo(new NoticeSettings(true, false, false));
  }

  private void assign(long conversation, long person, long by) {
    office.within(() -> desk.assign(List.of(conversation), new Assignee.Person(person), by));
  }

  private List<Notice> of(long person) {
    return office.within(() -> board.among(List.of(1L, 2L, 3L), person));
  }

  private List<NoticeKind> kinds(long person) {
    return of(person).stream().map(Notice::kind).toList();
  }

  private int waiting(long person) {
    return office.within(() -> board.waiting(person));
  }
}
