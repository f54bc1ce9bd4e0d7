package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.client.CardWritten;
import org.tulpar.client.tag.TagsChanged;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.Takeover.BotSilenced;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.TranscriptLine.Happened;
import org.tulpar.conversation.desk.Assignee;
import org.tulpar.conversation.desk.Desk;
import org.tulpar.conversation.desk.DeskRefused;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxRow;
import org.tulpar.conversation.list.InboxTab;

/** What people do to conversations, against the database as it is. */
class DeskTest {

  @RegisterExtension final Office office = new Office();
  private final Desk desk = office.get(Desk.class);
  private final Instant now = office.get(Clock.class).instant();

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One").conversation(2, "Two").conversation(3, "Three");
  }

  @Test
  void aSnoozedConversationIsOutOfSightUntilItsTime() throws SQLException {
    assign(1, Office.AIGUL);
    assertThat(mine()).containsExactly(1L);
    office.within(() -> desk.snooze(List.of(1L), now.plus(Duration.ofHours(2)), Office.AIGUL));
    assertThat(mine()).isEmpty();
    assertThat(office.within(() -> desk.wakeDue(10))).isEmpty();
    office.change("update snooze set until = now() where organization_id = :o");
    office.change("update conversation set snoozed_until = now() where organization_id = :o");
    assertThat(office.within(() -> desk.wakeDue(10))).containsExactly(1L);
    assertThat(mine()).containsExactly(1L);
    assertThat(office.texts("select unread::text from conversation where id = 1"))
        .containsExactly("1");
    assertThat(office.texts("select 1 from snooze")).isEmpty();
    assertThat(done(1))
        .containsExactly("conversation.assigned", "conversation.snoozed", "conversation.woken");
    assertThat(office.fired()).filteredOn(AfterCommit.Pending.class::isInstance).hasSize(3);
  }

  @Test
  void anAssignmentIsTakenBackToWhomeverItWas() throws SQLException {
    office.change(
        "update conversation set last_message_author = 'CLIENT' where id = 1 and organization_id = :o");
    assign(2, Office.BAKYT);
    office.within(
        () -> desk.assign(List.of(1L, 2L, 3L), new Assignee.Person(Office.AIGUL), Office.AIGUL));
    office.change("delete from turn where organization_id = :o");
    office.within(() -> desk.assign(List.of(3L), new Assignee.OfTeam(Office.TEAM), Office.BAKYT));
    assertThat(office.within(() -> desk.takeBack(List.of(1L, 2L, 3L), Office.AIGUL)))
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(
            office.texts(
                "select id || ' ' || handler || ' ' || coalesce(assignee_id, 0) from conversation order by id"))
        .containsExactly("1 BOT 0", "2 HUMAN 2", "3 WAITING_HUMAN 0");
    assertThat(office.texts("select conversation_id from turn")).containsExactly("1");
    assertThat(office.within(() -> desk.takeBack(List.of(1L, 2L), Office.AIGUL))).isEmpty();
    office.within(() -> desk.takeBack(List.of(3L), Office.BAKYT));
    assertThat(office.text("select handler || ' ' || assignee_id from conversation where id = 3"))
        .isEqualTo("HUMAN 1");
  }

  @Test
  void aSnoozeThatWasSetAgainKeepsItsNewTime() throws SQLException {
    office.within(() -> desk.snooze(List.of(1L), now.plus(Duration.ofHours(1)), Office.AIGUL));
    office.change("update snooze set until = now() where organization_id = :o");
    assertThat(office.within(() -> desk.wakeDue(10))).isEmpty();
    assertThat(office.text("select status from conversation where id = 1")).isEqualTo("SNOOZED");
  }

  @Test
  void aClientsMessageBringsItBackAtOnce() throws SQLException {
    var pipeline = Pipeline.ofNewOrganization(0);
    pipeline.apply(Incoming.from("77010000001@s.whatsapp.net", "M-1", "hello"));
    pipeline.prepare(
        "update conversation set status = 'SNOOZED', snoozed_until = now() + interval '1 day' where organization_id = ?",
        pipeline.organization);
    pipeline.apply(Incoming.from("77010000001@s.whatsapp.net", "M-2", "still there?"));
    assertThat(pipeline.look("select status from conversation where organization_id = ?"))
        .isEqualTo("OPEN");
    assertThat(pipeline.look("select snoozed_until from conversation where organization_id = ?"))
        .isNull();
  }

  @Test
  void aTimeThatIsPastIsNoSnooze() {
    for (var until : List.of(now, now.minusSeconds(1), now.plus(Duration.ofDays(400)))) {
      assertThatThrownBy(() -> office.within(() -> desk.snooze(List.of(1L), until, Office.AIGUL)))
          .isInstanceOf(DeskRefused.class);
    }
  }

  @Test
  void manyAreClosedAtOnceAndEachIsRecorded() {
    assertThat(office.within(() -> desk.close(List.of(1L, 2L, 3L), Office.AIGUL))).hasSize(3);
    assertThat(office.texts("select 1 from conversation where status = 'CLOSED'")).hasSize(3);
    assertThat(
            office.texts(
                "select 1 from audit_event where type = 'conversation.closed' and user_id = 1"))
        .hasSize(3);
    assertThat(office.within(() -> desk.close(List.of(1L, 2L), Office.AIGUL))).isEmpty();
  }

  @Test
  void whereThePolicyIsToReturnOnCloseTheBotHasTheWord() throws SQLException {
    assign(1, Office.AIGUL);
    office.change("update organization set return_policy = 'ON_CLOSE' where organization_id = :o");
    office.within(() -> desk.close(List.of(1L), Office.AIGUL));
    assertThat(
            office.text(
                "select handler || coalesce(assignee_id::text, '') from conversation where id = 1"))
        .isEqualTo("BOT");
  }

  @Test
  void aClosedConversationIsOpenedAgainUnlessThereIsANewerOne() throws SQLException {
    office.within(() -> desk.close(List.of(1L), Office.AIGUL));
    office.within(() -> desk.reopen(List.of(1L), Office.AIGUL));
    assertThat(office.text("select status from conversation where id = 1")).isEqualTo("OPEN");
    office.within(() -> desk.close(List.of(1L), Office.AIGUL));
    office.change(
        "insert into conversation (organization_id, id, client_id, channel_id, address) values (:o, 9, 1, :o, 'a')");
    assertThatThrownBy(() -> office.within(() -> desk.reopen(List.of(1L), Office.AIGUL)))
        .isInstanceOf(DeskRefused.class);
  }

  @Test
  void whoIsGivenTheBotsConversationHasTheWordAndTheBotIsFencedOff() {
    assign(1, Office.BAKYT);
    assertThat(
            office.text(
                "select handler || handler_epoch || assignee_id from conversation where id = 1"))
        .isEqualTo("HUMAN12");
    assign(1, Office.AIGUL);
    assertThat(
            office.text(
                "select handler || handler_epoch || assignee_id from conversation where id = 1"))
        .isEqualTo("HUMAN11");
    var lines = office.within(() -> office.get(Transcript.class).page(1, null)).lines();
    assertThat(lines).filteredOn(Happened.class::isInstance).hasSize(2);
    assertThat(((Happened) lines.getFirst()).to().name()).isEqualTo("Bakyt");
  }

  @Test
  void aTeamsConversationWaitsForOneOfIt() {
    office.within(() -> desk.assign(List.of(1L), new Assignee.OfTeam(Office.TEAM), Office.AIGUL));
    assertThat(
            office.text(
                "select handler || team_id || (waiting_since is not null) from conversation where id = 1"))
        .isEqualTo("WAITING_HUMAN1true");
    office.within(() -> desk.assign(List.of(1L), new Assignee.Nobody(), Office.AIGUL));
    assertThat(office.text("select coalesce(team_id::text, 'none') from conversation where id = 1"))
        .isEqualTo("none");
  }

  @Test
  void whoIsSwitchedOffOrUnknownIsGivenNothing() throws SQLException {
    office.change("update users set active = false where id = 2 and organization_id = :o");
    for (var to :
        List.of(
            new Assignee.Person(Office.BAKYT), new Assignee.Person(99), new Assignee.OfTeam(99))) {
      assertThatThrownBy(() -> office.within(() -> desk.assign(List.of(1L), to, Office.AIGUL)))
          .isInstanceOf(DeskRefused.class);
    }
  }

  @Test
  void aConversationOfAnotherOrganizationIsNotTouched() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      other.conversation(77, "Theirs");
      assertThat(office.within(() -> desk.close(List.of(77L), Office.AIGUL))).isEmpty();
      assertThat(office.within(() -> desk.snooze(List.of(77L), now.plusSeconds(60), Office.AIGUL)))
          .isEmpty();
      assertThat(
              office.within(
                  () -> desk.assign(List.of(77L), new Assignee.Person(Office.AIGUL), Office.AIGUL)))
          .isEmpty();
      assertThat(other.text("select status || handler from conversation where id = 77"))
          .isEqualTo("OPENBOT");
    }
  }

  @Test
  void peopleAreGivenWhatTheBotCannotAnswerInTurn() throws SQLException {
    office.change("update channel set assigning = 'IN_TURN' where organization_id = :o");
    for (long id = 1; id <= 3; id++) {
      office.change(
          "update conversation set handler = 'WAITING_HUMAN' where organization_id = :o and id = "
              + id);
    }
    assertThat(office.texts("select assignee_id::text from conversation order by id"))
        .containsExactly("1", "2", "1");
    assertThat(done(1)).containsExactly("conversation.assigned");
  }

  @Test
  void inTurnMeansTheTeamsPeopleWhereThereIsATeam() throws SQLException {
    office.change(
        "update channel set assigning = 'IN_TURN', team_id = 1 where organization_id = :o");
    office.change("update conversation set handler = 'WAITING_HUMAN' where organization_id = :o");
    assertThat(office.texts("select distinct assignee_id::text from conversation"))
        .containsExactly("2");
  }

  @Test
  void byHandNobodyIsGivenAnything() throws SQLException {
    office.change("update conversation set handler = 'WAITING_HUMAN' where organization_id = :o");
    assertThat(office.texts("select 1 from conversation where assignee_id is not null")).isEmpty();
  }

  @Test
  void aTagLiesOnAllTheirClients() {
    office.within(() -> desk.tag(List.of(1L, 2L), "VIP", Office.AIGUL));
    office.within(() -> desk.tag(List.of(2L, 3L), "vip", Office.AIGUL));
    assertThat(office.texts("select 1 from client_tag")).hasSize(3);
    assertThat(office.texts("select name from tag")).containsExactly("VIP");
  }

  @Test
  void whoseCardATagIsPutOnOrTakenOffIsToldAndNobodyElses() {
    office.within(() -> desk.tag(List.of(1L), "VIP", Office.AIGUL));
    office.within(() -> desk.tag(List.of(1L, 2L), "VIP", Office.AIGUL));
    office.within(() -> desk.untag(List.of(1L, 3L), "VIP", Office.AIGUL));
    assertThat(office.fired())
        .filteredOn(CardWritten.class::isInstance)
        .containsExactly(told(1), told(2), told(1));
  }

  @Test
  void whatIsWrittenOnACardIsNewsOfHerConversations() {
    office.run(() -> desk.written(told(2)));
    assertThat(office.fired())
        .filteredOn(AfterCommit.Pending.class::isInstance)
        .containsExactly(new AfterCommit.Pending(office.organization(), 2));
  }

  @Test
  void aTagThatComesOrGoesIsToldAndOneThatStaysIsNot() {
    office.within(() -> desk.tag(List.of(1L), "VIP", Office.AIGUL));
    assertThat(tagsTold()).isEqualTo(1);
    office.within(() -> desk.tag(List.of(2L), "vip", Office.AIGUL));
    office.within(() -> desk.untag(List.of(1L), "VIP", Office.AIGUL));
    assertThat(tagsTold()).as("it is still on somebody").isEqualTo(1);
    office.within(() -> desk.untag(List.of(2L), "VIP", Office.AIGUL));
    assertThat(tagsTold()).isEqualTo(2);
  }

  @Test
  void whomAConversationIsGivenToTheBotIsSilencedFor() {
    assign(1, Office.AIGUL);
    office.within(() -> desk.assign(List.of(2L), new Assignee.OfTeam(Office.TEAM), Office.AIGUL));
    office.within(() -> desk.close(List.of(3L), Office.AIGUL));
    assertThat(office.fired())
        .filteredOn(BotSilenced.class::isInstance)
        .containsExactly(new BotSilenced(1), new BotSilenced(2));
  }

  private long tagsTold() {
    return office.fired().stream().filter(TagsChanged.class::isInstance).count();
  }

  private CardWritten told(long client) {
    return new CardWritten(office.organization(), List.of(client));
  }

  private void assign(long conversation, long person) {
    office.within(
        () -> desk.assign(List.of(conversation), new Assignee.Person(person), Office.AIGUL));
  }

  private List<Long> mine() {
    return office
        .within(
            () -> office.get(Inbox.class).page(InboxFilter.of(InboxTab.MINE), Office.AIGUL, null))
        .rows()
        .stream()
        .map(InboxRow::id)
        .toList();
  }

  private List<String> done(long conversation) {
    return office.texts(
        "select type from audit_event where conversation_id = %d order by id"
            .formatted(conversation));
  }
}
