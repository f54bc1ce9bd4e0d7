package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.TranscriptLine.Noted;
import org.tulpar.conversation.canned.CannedRefused;
import org.tulpar.conversation.canned.CannedReplies;
import org.tulpar.conversation.canned.CannedReply;
import org.tulpar.conversation.draft.DraftKind;
import org.tulpar.conversation.draft.Drafts;
import org.tulpar.conversation.hours.Answering;
import org.tulpar.conversation.hours.ChannelRule;
import org.tulpar.conversation.hours.HoursRefused;
import org.tulpar.conversation.hours.Promise;
import org.tulpar.conversation.hours.WorkingHours;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.conversation.list.InboxViews;
import org.tulpar.conversation.note.NoteRefused;
import org.tulpar.conversation.note.Notes;
import org.tulpar.conversation.presence.Presences;
import org.tulpar.conversation.presence.Present;

/** What people keep beside their replies, against the database as it is. */
class NotesAndDraftsTest {

  @RegisterExtension final Office office = new Office();

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One");
  }

  @Test
  void aNoteStandsInTheThreadAndWhoIsNamedHasANoticeUntilSheLooks() {
    var notes = office.get(Notes.class);
    office.run(
        () -> notes.add(1, Office.BAKYT, "Halal is confirmed, @aigul asanova!", UUID.randomUUID()));
    var line =
        (Noted) office.within(() -> office.get(Transcript.class).page(1, null)).lines().getFirst();
    assertThat(line.text()).startsWith("Halal");
    assertThat(line.mentioned()).containsExactly("Aigul Asanova");
    assertThat(mentions(Office.AIGUL)).isEqualTo(1);
    assertThat(mentions(Office.BAKYT)).isZero();
    assertThat(office.within(() -> notes.seen(1, Office.AIGUL))).isTrue();
    assertThat(mentions(Office.AIGUL)).isZero();
    assertThat(office.fired()).anyMatch(AfterCommit.Pending.class::isInstance);
  }

  @Test
  void aFirstNameIsEnoughWhereOnlyOneBearsIt() {
    var notes = office.get(Notes.class);
    office.run(() -> notes.add(1, Office.BAKYT, "@Aigul, please; not @Aigulya", UUID.randomUUID()));
    assertThat(mentions(Office.AIGUL)).isEqualTo(1);
  }

  @Test
  void aNoteIsStoredOncePerKey() {
    var notes = office.get(Notes.class);
    var key = UUID.randomUUID();
    office.run(() -> notes.add(1, Office.BAKYT, "once", key));
    office.run(() -> notes.add(1, Office.BAKYT, "once", key));
    assertThat(office.texts("select body from conversation_note")).containsExactly("once");
  }

  @Test
  void anEmptyNoteAndAForeignConversationAreRefused() {
    var notes = office.get(Notes.class);
    assertThatThrownBy(() -> office.run(() -> notes.add(1, Office.BAKYT, " ", UUID.randomUUID())))
        .isInstanceOf(NoteRefused.class);
    assertThatThrownBy(() -> office.run(() -> notes.add(99, Office.BAKYT, "x", UUID.randomUUID())))
        .isInstanceOf(ConversationUnknown.class);
  }

  @Test
  void aDraftIsHersAloneAndGoneWhenItIsBlank() {
    var drafts = office.get(Drafts.class);
    keep(DraftKind.REPLY, "Good day", "");
    keep(DraftKind.REPLY, "Good day!", "Good day");
    keep(DraftKind.NOTE, "ask", "");
    assertThat(office.within(() -> drafts.of(1, Office.AIGUL)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(DraftKind.REPLY, "Good day!", DraftKind.NOTE, "ask"));
    assertThat(office.within(() -> drafts.of(1, Office.BAKYT))).isEmpty();
    var row =
        office
            .within(
                () ->
                    office.get(Inbox.class).page(InboxFilter.of(InboxTab.ALL), Office.AIGUL, null))
            .rows()
            .getFirst();
    assertThat(row.beside().draft()).isEqualTo("Good day!");
    keep(DraftKind.REPLY, " ", "Good day!");
    assertThat(office.within(() -> drafts.of(1, Office.AIGUL))).containsOnlyKeys(DraftKind.NOTE);
    assertThat(office.within(() -> drafts.keep(99, Office.AIGUL, DraftKind.REPLY, "nowhere", "")))
        .isEmpty();
    assertThat(office.texts("select 1 from conversation_draft")).hasSize(1);
  }

  @Test
  void whatIsSentTakesItsOwnDraftAlongAndNoneThatWasTypedElsewhere() {
    var drafts = office.get(Drafts.class);
    keep(DraftKind.REPLY, "typed in the other tab", "");
    office.run(() -> drafts.settle(1, Office.AIGUL, DraftKind.REPLY, ""));
    office.run(() -> drafts.settle(1, Office.AIGUL, DraftKind.REPLY, "typed here"));
    assertThat(office.within(() -> drafts.of(1, Office.AIGUL)))
        .containsEntry(DraftKind.REPLY, "typed in the other tab");
    office.run(() -> drafts.settle(1, Office.AIGUL, DraftKind.REPLY, "typed in the other tab"));
    assertThat(office.within(() -> drafts.of(1, Office.AIGUL))).isEmpty();
  }

  @Test
  void noTabWritesOverWhatAnotherHasTyped() {
    assertThat(keep(DraftKind.REPLY, "first", "")).isEmpty();
    assertThat(keep(DraftKind.REPLY, "second", "")).contains("first");
    assertThat(keep(DraftKind.REPLY, " ", "")).contains("first");
    assertThat(keep(DraftKind.REPLY, "first", "")).isEmpty();
    assertThat(keep(DraftKind.NOTE, "second", "")).isEmpty();
    assertThat(keep(DraftKind.REPLY, "second", "first")).isEmpty();
    assertThat(keep(DraftKind.REPLY, " ", "second")).isEmpty();
    assertThat(keep(DraftKind.REPLY, "third", "second")).isEmpty();
    assertThat(office.texts("select body from conversation_draft where kind = 'REPLY'"))
        .containsExactly("third");
  }

  @Test
  void whoIsHereAndWhatSheTypesIsSeenByTheOthers() throws SQLException {
    var presences = office.get(Presences.class);
    assertThat(office.within(() -> presences.beat(1, Office.AIGUL, null))).isEmpty();
    assertThat(office.within(() -> presences.beat(1, Office.BAKYT, DraftKind.NOTE)))
        .containsExactly(new Present(Office.AIGUL, "Aigul Asanova", null));
    assertThat(office.within(() -> presences.others(1, Office.AIGUL)))
        .containsExactly(new Present(Office.BAKYT, "Bakyt", DraftKind.NOTE));
    var told = office.fired().size();
    office.within(() -> presences.beat(1, Office.BAKYT, DraftKind.NOTE));
    assertThat(office.fired()).hasSize(told);
    office.change(
        "update presence set seen_at = now() - interval '40 seconds' where organization_id = :o");
    assertThat(office.within(() -> presences.others(1, Office.AIGUL))).isEmpty();
  }

  @Test
  void aShortcutNamesOneReply() {
    var canned = office.get(CannedReplies.class);
    office.run(() -> canned.save(null, "/price", "From 100 USD, {client.name}", Office.AIGUL));
    assertThatThrownBy(() -> office.run(() -> canned.save(null, "PRICE", "other", Office.AIGUL)))
        .isInstanceOf(CannedRefused.class);
    assertThatThrownBy(
            () -> office.run(() -> canned.save(null, "two words", "other", Office.AIGUL)))
        .isInstanceOf(CannedRefused.class);
    var id = office.within(canned::all).getFirst().id();
    office.run(() -> canned.save(id, "cost", "From 120 USD", Office.AIGUL));
    assertThat(office.within(canned::all))
        .containsExactly(new CannedReply(id, "cost", "From 120 USD"));
    office.run(() -> canned.remove(id, Office.AIGUL));
    assertThat(office.within(canned::all)).isEmpty();
    assertThat(office.texts("select 1 from audit_event where type like 'canned_reply.%'"))
        .hasSize(3);
  }

  @Test
  void aViewIsMineOrEverybodys() {
    var views = office.get(InboxViews.class);
    var filter = InboxFilter.of(Map.of("state", "UNREAD")::get, InboxTab.ALL);
    office.run(() -> views.save("Unread", filter, false, Office.AIGUL));
    office.run(() -> views.save("For all", filter, true, Office.BAKYT));
    assertThat(office.within(() -> views.of(Office.AIGUL)))
        .extracting("name")
        .containsExactly("For all", "Unread");
    assertThat(office.within(() -> views.of(Office.BAKYT)))
        .extracting("name")
        .containsExactly("For all");
    var shared = office.within(() -> views.of(Office.AIGUL)).getFirst();
    assertThat(shared.query()).isEqualTo("tab=ALL&state=UNREAD");
    office.run(() -> views.remove(shared.id(), Office.AIGUL));
    assertThat(office.within(() -> views.of(Office.BAKYT))).hasSize(1);
    office.run(() -> views.remove(shared.id(), Office.BAKYT));
    assertThat(office.within(() -> views.of(Office.BAKYT))).isEmpty();
  }

  @Test
  void promisesAreKeptAsTheyWereMade() throws SQLException {
    var answering = office.get(Answering.class);
    var hours =
        new WorkingHours(
            Map.of(
                DayOfWeek.MONDAY, new WorkingHours.Hours(LocalTime.of(9, 0), LocalTime.of(18, 0))));
    var channel =
        new ChannelRule(
            office.organization().value(), "Main", new Promise(null, 5), true, Office.TEAM);
    var rules = new Answering.Rules(hours, new Promise(30, 60), List.of(channel));
    office.run(() -> answering.save(rules, Office.AIGUL));
    assertThat(office.within(answering::rules)).isEqualTo(rules);
    var whole = new WorkingHours.Hours(LocalTime.MIN, WorkingHours.Hours.END_OF_DAY);
    var always =
        new Answering.Rules(
            new WorkingHours(Map.of(DayOfWeek.MONDAY, whole)), Promise.NONE, List.of());
    office.run(() -> answering.save(always, Office.AIGUL));
    assertThat(office.texts("select closes_at::text from working_hours"))
        .containsExactly("23:59:59.999999");
    assertThat(office.within(answering::rules).hours()).isEqualTo(always.hours());
    var crooked =
        new WorkingHours(
            Map.of(
                DayOfWeek.MONDAY, new WorkingHours.Hours(LocalTime.of(18, 0), LocalTime.of(9, 0))));
    assertThatThrownBy(
            () ->
                office.run(
                    () ->
                        answering.save(
                            new Answering.Rules(crooked, Promise.NONE, List.of()), Office.AIGUL)))
        .isInstanceOf(HoursRefused.class);
    assertThatThrownBy(
            () ->
                office.run(
                    () ->
                        answering.save(
                            new Answering.Rules(hours, new Promise(0, 1), List.of()),
                            Office.AIGUL)))
        .isInstanceOf(HoursRefused.class);
  }

  private Optional<String> keep(DraftKind kind, String typed, String known) {
    return office.within(() -> office.get(Drafts.class).keep(1, Office.AIGUL, kind, typed, known));
  }

  private int mentions(long user) {
    return office.within(() -> office.get(Inbox.class).counts(user)).mentions();
  }
}
