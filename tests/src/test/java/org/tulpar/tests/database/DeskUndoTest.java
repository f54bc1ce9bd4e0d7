package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.TranscriptLine.Happened;
import org.tulpar.conversation.desk.Assignee;
import org.tulpar.conversation.desk.Desk;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/** What was closed or snoozed by mistake stands again as it stood, unless it has gone on since. */
class DeskUndoTest {

  private static final String STANDS =
      """
      select concat_ws(' ', id, status, coalesce(snoozed_until::text, '-'), unread, coalesce(waiting_since::text, '-'),
        handler, handler_since, coalesce(assignee_id, 0), coalesce(team_id, 0)) from conversation order by id""";

  private static final String WHO =
      "select handler || ' ' || handler_epoch || ' ' || coalesce(assignee_id, 0) from conversation"
          + " where id = 1";

  private static final List<Long> ALL = List.of(1L, 2L, 3L);
  private static final String JID = "77010000001@s.whatsapp.net";

  @RegisterExtension final Office office = new Office();
  private final Desk desk = office.get(Desk.class);
  private final Instant now = office.get(Clock.class).instant().truncatedTo(ChronoUnit.MICROS);

  /** One waits for whoever comes first, one has been read by Bakyt, one is the bot's. */
  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One").conversation(2, "Two").conversation(3, "Three");
    stands(1, "handler = 'WAITING_HUMAN', unread = 3, waiting_since = now() - interval '10 min'");
    stands(2, "handler = 'HUMAN', assignee_id = 2, waiting_since = now() - interval '2 hours'");
    stands(3, "unread = 1");
    stands(1, "handler_since = now() - interval '3 hours'");
    stands(2, "handler_since = now() - interval '1 day', team_id = 1");
  }

  @Test
  void whatWasClosedWaitsAgainSinceItWaitedAndIsUnread() {
    var before = office.texts(STANDS);
    office.within(() -> desk.close(ALL, Office.AIGUL));
    assertThat(office.texts(STANDS)).doesNotContainAnyElementsOf(before);
    assertThat(unclose(Office.AIGUL)).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(office.texts(STANDS)).isEqualTo(before);
    assertThat(office.fired()).filteredOn(AfterCommit.Pending.class::isInstance).hasSize(6);
    assertThat(told(1)).containsExactly("conversation.closed", "conversation.close_undone");
  }

  @Test
  void whoHasLeftMeanwhileHasItNoMoreAndSomebodyIsCalled() throws SQLException {
    office.within(() -> desk.close(List.of(2L), Office.AIGUL));
    office.change("update users set active = false where organization_id = :o and id = 2");
    assertThat(unclose(Office.AIGUL)).containsExactly(2L);
    assertThat(
            office.text(
                "select concat_ws(' ', status, handler, handler_epoch, coalesce(assignee_id, 0), waiting_since is not null) from conversation where id = 2"))
        .isEqualTo("OPEN WAITING_HUMAN 1 0 t");
  }

  @Test
  void whatWasSnoozedWaitsAgainSinceItWaitedAndIsUnread() {
    var before = office.texts(STANDS);
    snooze(ALL, 2);
    assertThat(office.texts(STANDS)).doesNotContainAnyElementsOf(before);
    assertThat(unsnooze()).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(office.texts(STANDS)).isEqualTo(before);
    assertThat(told(1)).containsExactly("conversation.snoozed", "conversation.snooze_undone");
  }

  @Test
  void whatThePolicyGaveBackToTheBotIsWhosItWasAndTheBotIsFencedOff() throws SQLException {
    office.change("update organization set return_policy = 'ON_CLOSE' where organization_id = :o");
    stands(1, "handler = 'HUMAN', assignee_id = 1, handler_epoch = 4");
    var before = office.texts(STANDS);
    office.within(() -> desk.close(ALL, Office.AIGUL));
    assertThat(office.text(WHO)).isEqualTo("BOT 5 0");
    unclose(Office.AIGUL);
    assertThat(office.texts(STANDS)).isEqualTo(before);
    assertThat(office.text(WHO)).isEqualTo("HUMAN 6 1");
    assertThat(office.texts("select handler_epoch::text from conversation where id = 3"))
        .as("it was the bot's all the time")
        .containsExactly("0");
  }

  @Test
  void whoWaitedForWhoeverComesFirstIsGivenToNobodyByIt() throws SQLException {
    office.change("update organization set return_policy = 'ON_CLOSE' where organization_id = :o");
    office.change("update channel set assigning = 'IN_TURN' where organization_id = :o");
    var before = office.texts(STANDS);
    office.within(() -> desk.close(ALL, Office.AIGUL));
    unclose(Office.AIGUL);
    assertThat(office.texts(STANDS)).isEqualTo(before);
  }

  @Test
  void aSnoozedOneThatWasClosedComesBackAtItsTime() throws SQLException {
    snooze(ALL, 2);
    var before = office.texts(STANDS);
    office.within(() -> desk.close(ALL, Office.AIGUL));
    office.change("delete from snooze where organization_id = :o");
    unclose(Office.AIGUL);
    assertThat(office.texts(STANDS)).isEqualTo(before);
    assertThat(snoozes()).containsExactly(hours(2), hours(2), hours(2));
  }

  @Test
  void oneThatWasSnoozedAnewComesBackAtItsEarlierTime() {
    snooze(List.of(1L), 2);
    var before = office.texts(STANDS);
    snooze(List.of(1L), 5);
    assertThat(unsnooze()).containsExactly(1L);
    assertThat(office.texts(STANDS)).isEqualTo(before);
    assertThat(snoozes()).containsExactly(hours(2));
    assertThat(unsnooze()).as("an undo is no snooze").isEmpty();
  }

  @Test
  void onlyWhoDidItUndoesItAndOnlyOnce() {
    office.within(() -> desk.close(ALL, Office.AIGUL));
    assertThat(unclose(Office.BAKYT)).isEmpty();
    assertThat(unsnooze()).as("it was closed, not snoozed").isEmpty();
    assertThat(unclose(Office.AIGUL)).hasSize(3);
    assertThat(unclose(Office.AIGUL)).isEmpty();
  }

  @Test
  void whatSomebodyHasDoneMeanwhileStaysAsItIs() {
    office.within(() -> desk.close(ALL, Office.AIGUL));
    office.within(() -> desk.reopen(List.of(1L), Office.BAKYT));
    office.within(() -> desk.reopen(List.of(2L), Office.AIGUL));
    office.within(() -> desk.assign(List.of(2L), new Assignee.Person(Office.AIGUL), Office.BAKYT));
    var before = office.texts(STANDS).subList(0, 2);
    assertThat(unclose(Office.AIGUL)).containsExactly(3L);
    assertThat(office.texts(STANDS).subList(0, 2)).isEqualTo(before);
    snooze(ALL, 2);
    office.within(() -> desk.assign(List.of(1L), new Assignee.OfTeam(Office.TEAM), Office.BAKYT));
    assertThat(unsnooze()).containsExactlyInAnyOrder(2L, 3L);
  }

  @Test
  void whatIsClosedAnewByAColleagueIsHis() {
    office.within(() -> desk.close(List.of(1L), Office.AIGUL));
    office.within(() -> desk.reopen(List.of(1L), Office.BAKYT));
    office.within(() -> desk.close(List.of(1L), Office.BAKYT));
    assertThat(unclose(Office.AIGUL)).isEmpty();
    assertThat(unclose(Office.BAKYT)).containsExactly(1L);
    assertThat(office.texts(STANDS).getFirst()).contains("1 OPEN - 0 - WAITING_HUMAN");
  }

  @Test
  void whoIsOpenedAgainByHandBeginsToWaitAnew() {
    office.within(() -> desk.close(ALL, Office.AIGUL));
    office.within(() -> desk.reopen(ALL, Office.AIGUL));
    assertThat(
            office.texts(
                "select 1 from conversation where waiting_since is not null or unread > 0"))
        .isEmpty();
    assertThat(unclose(Office.AIGUL)).isEmpty();
  }

  @Test
  void aClientWhoWroteAfterItWasSnoozedIsNotPutBack() throws SQLException {
    var pipeline = written();
    var organization = new OrganizationId(pipeline.organization);
    var id =
        Long.parseLong(
            pipeline.look("select id::text from conversation where organization_id = ?"));
    TenantScope.within(organization, () -> desk.snooze(List.of(id), hours(2), Office.AIGUL));
    pipeline.apply(Incoming.from(JID, "M-2", "still there?"));
    assertThat(TenantScope.within(organization, () -> desk.unsnooze(List.of(id), Office.AIGUL)))
        .isEmpty();
    assertThat(
            pipeline.look(
                "select status || unread || (waiting_since is null) from conversation where organization_id = ?"))
        .isEqualTo("OPEN1true");
  }

  @Test
  void aClientWhoWroteAfterItWasClosedHasANewOneAlone() throws SQLException {
    var pipeline = written();
    var organization = new OrganizationId(pipeline.organization);
    var id =
        Long.parseLong(
            pipeline.look("select id::text from conversation where organization_id = ?"));
    TenantScope.within(organization, () -> desk.close(List.of(id), Office.AIGUL));
    pipeline.apply(Incoming.from(JID, "M-2", "still there?"));
    assertThat(TenantScope.within(organization, () -> desk.unclose(List.of(id), Office.AIGUL)))
        .isEmpty();
    pipeline.prepare(
        "update conversation set status = 'CLOSED' where organization_id = ?",
        pipeline.organization);
    assertThat(TenantScope.within(organization, () -> desk.unclose(List.of(id), Office.AIGUL)))
        .as("the newer one has its end, too")
        .isEmpty();
  }

  @Test
  void whatIsAnotherOrganizationsStaysClosed() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      other.conversation(77, "Theirs");
      var theirs = other.get(Desk.class);
      other.within(() -> theirs.close(List.of(77L), Office.AIGUL));
      assertThat(office.within(() -> desk.unclose(List.of(77L), Office.AIGUL))).isEmpty();
      assertThat(other.text("select status from conversation")).isEqualTo("CLOSED");
    }
  }

  /** Somebody has written to an organization in which Aigul works. */
  private static Pipeline written() throws SQLException {
    var pipeline = Pipeline.ofNewOrganization(0);
    pipeline.prepare(
        "insert into users (organization_id, id, login, password_hash, name, role) values (?, 1, ?, '', 'Aigul', 'MANAGER')",
        pipeline.organization,
        pipeline.organization + "-1");
    pipeline.apply(Incoming.from(JID, "M-1", "hello"));
    return pipeline;
  }

  private List<Long> unclose(long person) {
    return office.within(() -> desk.unclose(ALL, person));
  }

  private List<Long> unsnooze() {
    return office.within(() -> desk.unsnooze(ALL, Office.AIGUL));
  }

  private void snooze(List<Long> conversations, int hours) {
    office.within(() -> desk.snooze(conversations, hours(hours), Office.AIGUL));
  }

  private Instant hours(int hours) {
    return now.plus(Duration.ofHours(hours));
  }

  private List<Instant> snoozes() {
    return office
        .texts(
            "select (extract(epoch from until) * 1000000)::bigint::text from snooze order by conversation_id")
        .stream()
        .map(Long::parseLong)
        .map(micros -> Instant.EPOCH.plusNanos(micros * 1000))
        .toList();
  }

  private void stands(long conversation, String how) throws SQLException {
    office.change(
        "update conversation set %s where organization_id = :o and id = %d"
            .formatted(how, conversation));
  }

  /** What its thread tells of what was done to it, in this order. */
  private List<String> told(long conversation) {
    return office
        .within(() -> office.get(Transcript.class).page(conversation, null))
        .lines()
        .stream()
        .filter(Happened.class::isInstance)
        .map(Happened.class::cast)
        .map(Happened::event)
        .toList();
  }
}
