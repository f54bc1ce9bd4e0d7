package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.agent.LanguageModel;
import org.tulpar.agent.draft.DraftRefused;
import org.tulpar.agent.draft.DraftUnknown;
import org.tulpar.agent.draft.DraftWriter;
import org.tulpar.agent.draft.ReplyDraft;
import org.tulpar.agent.draft.ReplyDrafts;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.provenance.Provenance;
import org.tulpar.translation.Engine;
import org.tulpar.translation.EngineChoice;
import org.tulpar.translation.TranslationSettings;

/** What the AI proposes to a person, with a model that does as it is told. */
class ReplyDraftsTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String WORDS = "Да, места есть.";

  private final Pool pool = new Pool(Database.source("tulpar_app"), 4);
  @RegisterExtension final Office office = new Office(new ScopedSql(pool));
  @RegisterExtension final Office other = new Office();

  private final HeldModel model = new HeldModel(WORDS);

  @BeforeEach
  void prepare() throws SQLException {
    office.with(LanguageModel.class, model);
    other.with(LanguageModel.class, model);
    office.conversation(1, "Fatima").said(1, "Есть места на субботу?");
  }

  @AfterEach
  void letGo() {
    model.answers();
  }

  @Test
  void itIsKeptWithWhereItComesFrom() throws SQLException {
    agent();
    var draft = write(1, "места есть, 2 штуки");
    assertThat(draft.text()).isEqualTo(WORDS);
    assertThat(draft.language()).isEqualTo("ru");
    assertThat(draft.provenance())
        .isInstanceOfSatisfying(
            Provenance.Agent.class,
            from -> assertThat(from.agent() + " " + from.model()).isEqualTo("Aida small"));
    assertThat(model.prompts().getFirst())
        .startsWith("Be kind.")
        .contains("in Russian:")
        .endsWith("места есть, 2 штуки");
    assertThat(rows()).containsExactly("PROPOSED " + WORDS);
    assertThat(office.texts("select provenance ->> 'agent' from reply_draft"))
        .containsExactly("Aida");
    assertThat(events()).containsExactly("draft.generated 1 DIALOGUES");
  }

  @Test
  void itReadsTheDialogueAsTheBotDoes() throws SQLException {
    ours("MANAGER", "TEXT", "Для вас 450");
    ours("BOT", "IMAGE", "");
    ours("SYSTEM", "SYSTEM", "system.handed_over.no_agent");
    write(1, "");
    assertThat(model.prompts().getFirst()).contains("- Для вас 450").doesNotContain("Есть места");
    assertThat(model.dialogues().getFirst())
        .containsExactly(
            new LanguageModel.Line(LanguageModel.Speaker.CLIENT, "Есть места на субботу?"),
            new LanguageModel.Line(LanguageModel.Speaker.COLLEAGUE, "Для вас 450"),
            new LanguageModel.Line(LanguageModel.Speaker.US, "[image]"));
  }

  @Test
  void forAForeignClientItIsWrittenInHersWhereItIsTranslatedAndInHisWhereNot() throws SQLException {
    office.change("update client set language = 'ar' where organization_id = :o");
    assertThat(write(1, "").language()).isEqualTo("ar");
    var engine =
        new TranslationSettings(Engine.DEEPL, null, false, TranslationSettings.LANGUAGES, 1000, 0);
    office.run(() -> office.get(EngineChoice.class).change(engine, "KEY"));
    assertThat(write(1, "").language()).isEqualTo("ru");
  }

  @Test
  void whileTheModelThinksNothingIsHeldAndSheAsksForOneAtATime() {
    model.thinks();
    var first = asks(1, Office.AIGUL);
    await().atMost(SOON).until(() -> model.asked() == 1);
    assertThat(pool.taken()).as("connections in use while the model thinks").isZero();
    assertThatThrownBy(() -> write(1, "")).hasMessage("under_way");
    var colleague = asks(1, Office.BAKYT);
    await().atMost(SOON).until(() -> model.asked() == 2);
    model.answers();
    assertThat(first.join().text()).isEqualTo(WORDS);
    colleague.join();
    assertThat(rows()).as("each has her own").hasSize(2).allMatch(row -> row.startsWith("PROP"));
    write(1, "");
  }

  @Test
  void whatSheDoesNotWaitForIsNotShown() {
    model.thinks();
    var first = asks(1, Office.AIGUL);
    await().atMost(SOON).until(() -> model.asked() == 1);
    office.run(() -> office.get(DraftWriter.class).stop(1, Office.AIGUL));
    var second = asks(1, Office.AIGUL);
    await().atMost(SOON).until(() -> model.asked() == 2);
    model.answers();
    assertThatThrownBy(first::join)
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("stopped");
    second.join();
    assertThat(rows()).containsExactlyInAnyOrder("REJECTED " + WORDS, "PROPOSED " + WORDS);
  }

  @Test
  void aModelThatHangsForOneOrganizationIsThereForAnother() throws SQLException {
    model.thinks();
    var waiting = new ArrayList<CompletableFuture<ReplyDraft>>();
    for (long id = 2; id <= 5; id++) {
      office.conversation(id, "Client " + id).said(id, "?");
      waiting.add(asks(id, Office.AIGUL));
    }
    await().atMost(SOON).until(() -> model.asked() == 4);
    assertThatThrownBy(() -> write(1, "")).hasMessage("crowded");
    other.conversation(1, "Omar").said(1, "?");
    var theirs = asks(other, 1, Office.AIGUL);
    await().atMost(SOON).until(() -> model.asked() == 5);
    model.answers();
    waiting.forEach(CompletableFuture::join);
    theirs.join();
    write(1, "");
  }

  @Test
  void aModelThatIsDownLeavesThatItWasAsked() {
    model.isDown(true);
    assertThatThrownBy(() -> write(1, ""))
        .isInstanceOfSatisfying(
            DraftRefused.class, no -> assertThat(no.code()).isEqualTo("refused.draft.unavailable"));
    var all = "select status from reply_draft order by id";
    assertThat(office.texts(all)).containsExactly("ASKED");
    model.isDown(false);
    write(1, "");
    assertThat(office.texts(all)).containsExactly("ASKED", "PROPOSED");
  }

  @Test
  void nobodyAnswersWhatWasNotSaid() throws SQLException {
    office.conversation(2, "Silent");
    assertThatThrownBy(() -> write(2, "")).hasMessage("nothing_said");
    other.conversation(77, "Foreign").said(77, "?");
    assertThatThrownBy(() -> write(77, "")).isInstanceOf(ConversationUnknown.class);
    assertThat(model.asked()).as("calls of the model").isZero();
  }

  @Test
  void sixtyInAnHourAreEnough() throws SQLException {
    earlier(60, "59 minutes");
    assertThatThrownBy(() -> write(1, "")).hasMessage("too_many");
    office.within(() -> draft(office, 1, Office.BAKYT, ""));
    office.change("delete from reply_draft where organization_id = :o");
    earlier(60, "61 minutes");
    write(1, "");
  }

  @Test
  void aNewOneTakesThePlaceOfTheOneBefore() throws SQLException {
    write(1, "");
    office.conversation(2, "Omar").said(2, "?");
    write(2, "");
    write(1, "");
    assertThat(office.texts("select conversation_id || ' ' || status from reply_draft order by id"))
        .containsExactly("1 EXPIRED", "2 PROPOSED", "1 PROPOSED");
  }

  @Test
  void whatBecameOfItIsKept() {
    var drafts = office.get(ReplyDrafts.class);
    var sent = write(1, "").id();
    var key = UUID.randomUUID();
    office.run(() -> drafts.sent(1, Office.BAKYT, sent, WORDS, UUID.randomUUID()));
    assertThat(rows()).as("nobody decides for another").containsExactly("PROPOSED " + WORDS);
    office.run(() -> drafts.sent(1, Office.AIGUL, sent, WORDS + "\n", key));
    office.run(() -> drafts.sent(1, Office.AIGUL, sent, WORDS, key));
    office.run(() -> drafts.discard(1, Office.AIGUL, sent));
    assertThat(office.texts("select status || ' ' || message_key from reply_draft"))
        .containsExactly("APPROVED " + key);
    assertThat(events())
        .containsExactly("draft.generated 1 DIALOGUES", "draft.approved 1 DIALOGUES");
    var edited = write(1, "").id();
    office.run(() -> drafts.edit(1, Office.AIGUL, edited));
    assertThat(rows()).contains("EDITED " + WORDS);
    office.run(() -> drafts.sent(1, Office.AIGUL, edited, "Да, два места.", UUID.randomUUID()));
    var discarded = write(1, "").id();
    office.run(() -> drafts.discard(1, Office.AIGUL, discarded));
    assertThat(rows()).containsExactly("APPROVED " + WORDS, "EDITED " + WORDS, "REJECTED " + WORDS);
    assertThat(events()).filteredOn(one -> one.startsWith("draft.approved")).hasSize(1);
  }

  @Test
  void whatIsNotHersIsUnknownToHer() throws SQLException {
    var drafts = office.get(ReplyDrafts.class);
    var hers = write(1, "").id();
    office.conversation(2, "Omar").said(2, "?");
    assertUnknown(() -> drafts.edit(1, Office.BAKYT, hers));
    assertUnknown(() -> drafts.discard(1, Office.BAKYT, hers));
    assertUnknown(() -> drafts.discard(2, Office.AIGUL, hers));
    assertUnknown(() -> drafts.discard(1, Office.AIGUL, hers + 1));
    assertThat(rows()).containsExactly("PROPOSED " + WORDS);
    office.run(() -> drafts.discard(1, Office.AIGUL, hers));
    office.run(() -> drafts.discard(1, Office.AIGUL, hers));
    assertThat(rows()).containsExactly("REJECTED " + WORDS);
  }

  private void assertUnknown(Runnable decision) {
    assertThatThrownBy(() -> office.run(decision)).isInstanceOf(DraftUnknown.class);
  }

  @Test
  void itGoesWithTheConversation() throws SQLException {
    office.conversation(2, "Twin").said(2, "?");
    write(2, "");
    office.change("do $$ begin perform merge_conversations(:o, 1, 2); end $$");
    assertThat(office.texts("select conversation_id || ' ' || status from reply_draft"))
        .containsExactly("1 EXPIRED");
    office.change("delete from audit_event where organization_id = :o");
    office.change("delete from message where organization_id = :o");
    office.change("delete from conversation where organization_id = :o");
    assertThat(rows()).isEmpty();
  }

  private ReplyDraft write(long conversation, String wish) {
    return office.within(() -> draft(office, conversation, Office.AIGUL, wish));
  }

  private CompletableFuture<ReplyDraft> asks(long conversation, long user) {
    return asks(office, conversation, user);
  }

  private static CompletableFuture<ReplyDraft> asks(Office in, long conversation, long user) {
    Supplier<ReplyDraft> work = () -> in.within(() -> draft(in, conversation, user, ""));
    in.get(DraftWriter.class); // made by one thread
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  private static ReplyDraft draft(Office in, long conversation, long user, String wish) {
    try {
      return in.get(DraftWriter.class).write(conversation, user, "ru", wish);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void agent() throws SQLException {
    office.change(
        "insert into ai_agent (organization_id, id, type, name, prompt) values (:o, 1,"
            + " 'COMMUNICATION', 'Aida', 'Be kind.')");
  }

  private void ours(String author, String kind, String body) throws SQLException {
    office.change(
        "insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)"
            + " select :o, max(id) + 1, 1, 'OUT', '%s', 'CRM', 'SENT', '%s', '%s', now() + max(id) * interval '1 ms' from message where organization_id = :o"
                .formatted(author, kind, body));
  }

  private void earlier(int count, String ago) throws SQLException {
    office.change(
        "insert into reply_draft (organization_id, id, conversation_id, user_id, body, provenance, status, proposed_at, decided_at)"
            + " select :o, n, 1, 1, '', '{}', 'REJECTED', now() - interval '%s', now() from generate_series(1, %d) n"
                .formatted(ago, count));
  }

  private List<String> rows() {
    return office.texts("select status || ' ' || body from reply_draft order by id");
  }

  private List<String> events() {
    return office.texts(
        "select type || ' ' || conversation_id || ' ' || area from audit_event order by id");
  }
}
