package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.conversation.translated.TranslatedLines;
import org.tulpar.conversation.translated.TranslatedReply;
import org.tulpar.conversation.translated.TranslationDoubtful;
import org.tulpar.conversation.translated.TranslationMissing;
import org.tulpar.conversation.translated.Written;
import org.tulpar.tenant.TenantScope;
import org.tulpar.translation.Glossary;
import org.tulpar.translation.Interpretation;
import org.tulpar.translation.Interpreter;
import org.tulpar.translation.Translator;
import org.tulpar.translation.fidelity.Finding.Kind;

/** An answer in two languages: both kept, and held while they differ. */
class TranslatedRepliesTest {

  private static final String WORDS = "Итого 1 324 USD за семью.";
  private static final String FAITHFUL = "The total is $1,324 for the family.";
  private static final String CHANGED = "The total is $1,234 for the family.";

  private TranslationRig rig;
  private long conversation;
  private final Sent sent = new Sent();

  /** Stores what it is given to send, as the real one does. */
  private final class Sent extends ManagerReply {

    private String last;

    @Override
    public long send(long to, long user, Draft draft, UUID key) {
      last = draft.text();
      try {
        rig.pipeline.prepare(
            "insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at) values (?, 77000001, ?, 'OUT', 'MANAGER', 'CRM', 'QUEUED', 'TEXT', ?, now())",
            rig.pipeline.organization,
            to,
            draft.text());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return 77_000_001;
    }
  }

  @BeforeEach
  void prepare() throws Exception {
    rig = new TranslationRig().reader("ru").translating(1000);
    rig.rig.with(ManagerReply.class, sent);
    rig.arrive("M-1", "How much is it?");
    conversation =
        Long.parseLong(rig.pipeline.look("select id from conversation where organization_id = ?"));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private <T> T within(Supplier<T> work) {
    return TenantScope.within(rig.organization, work);
  }

  private long send(String translation, boolean confirmed) {
    var written = new Written(WORDS, "ru", "en", "Айгуль", confirmed);
    var draft = new ManagerReply.Draft(translation, List.of(), null);
    return within(
        () ->
            rig.rig
                .get(TranslatedReply.class)
                .send(conversation, 1, draft, written, UUID.randomUUID()));
  }

  @Test
  void theClientGetsTheTranslationAndPeopleReadWhatWasWritten() {
    long message = send(FAITHFUL, false);
    assertThat(sent.last).isEqualTo(FAITHFUL);
    var line =
        within(() -> rig.rig.get(TranslatedLines.class).of(List.of(message), "ru")).get(message);
    assertThat(line.text()).isEqualTo(WORDS);
    assertThat(line.written()).isTrue();
    assertThat(line.source()).isEqualTo("en");
    assertThat(line.findings()).isEmpty();
  }

  @Test
  void theConversationIsFoundByWhatSheWroteAndByWhatTheClientGot() {
    send(FAITHFUL, false);
    assertThat(found("семья итого")).containsExactly(WORDS);
    assertThat(found("total families")).containsExactly(FAITHFUL);
    assertThat(found("семья total")).isEmpty();
  }

  private List<String> found(String typed) {
    var filter = InboxFilter.of(Map.of("q", typed)::get, InboxTab.ALL);
    return within(() -> rig.rig.get(Inbox.class).page(filter, 1, null)).rows().stream()
        .map(row -> row.beside().found())
        .toList();
  }

  @Test
  void aChangedPriceIsHeldUntilSheConfirmsIt() {
    assertThatExceptionOfType(TranslationDoubtful.class)
        .isThrownBy(() -> send(CHANGED, false))
        .satisfies(doubt -> assertThat(doubt.findings().getFirst().kind()).isEqualTo(Kind.PRICE));
    assertThat(sent.last).isNull();
    long message = send(CHANGED, true);
    var line =
        within(() -> rig.rig.get(TranslatedLines.class).of(List.of(message), "ru")).get(message);
    assertThat(line.findings()).extracting(finding -> finding.after()).containsExactly("$1,234");
  }

  @Test
  void aTermOfTheGlossaryIsMissed() {
    TenantScope.within(
        rig.organization,
        () ->
            rig.rig
                .get(Glossary.class)
                .add(Map.of("ru", "за семью", "en", "per household"), false, null));
    assertThatExceptionOfType(TranslationDoubtful.class).isThrownBy(() -> send(FAITHFUL, false));
    assertThat(send("The total is $1,324 per household.", false)).isPositive();
  }

  @Test
  void foreignReadersGetItFromTheEngineAndWhatSheWroteStays() throws Exception {
    send(FAITHFUL, false);
    rig.pipeline.prepare(
        "insert into translation_job (organization_id, message_id) values (?, 77000001)",
        rig.pipeline.organization);
    rig.work();
    assertThat(rig.translations()).contains(WORDS).doesNotContain("[ru] The total");
  }

  @Test
  void aPersonSaysWhichLanguageAClientSpeaks() throws Exception {
    var lines = rig.rig.get(TranslatedLines.class);
    TenantScope.within(rig.organization, () -> lines.speaks(conversation, "fr"));
    assertThat(rig.language()).isEqualTo("fr");
    assertThat(within(() -> lines.counterpart(conversation)).orElseThrow().language())
        .isEqualTo("fr");
  }

  @Test
  void whatIsInTheClientsLanguageAlreadyIsNotPresumedToBeInHers() {
    rig.engine.answers.add(new Translator.Translated.Done("Завтра в десять", "ru"));
    var job = new Interpreter.Job("Завтра в десять", "en", "ru", null, List.of());
    assertThat(within(() -> rig.rig.get(Interpreter.class).interpret(job)))
        .isEqualTo(new Interpretation.Native("ru"));
    assertThat(rig.engine.asked.getLast().source()).isNull();
  }

  @Test
  void whatTheClientReadsAsItIsGoesWithoutATranslation() throws Exception {
    var text = "Да, в субботу с 10 до 14";
    var written = new Written(text, "en", "ru", "Айгуль", false);
    var draft = new ManagerReply.Draft(text, List.of(), null);
    var replies = rig.rig.get(TranslatedReply.class);
    assertThat(within(() -> replies.compare(conversation, written, text))).isEmpty();
    within(() -> replies.send(conversation, 1, draft, written, UUID.randomUUID()));
    assertThat(sent.last).isEqualTo(text);
    assertThat(
            rig.pipeline.look(
                "select count(*) from message_translation where message_id = 77000001 and"
                    + " organization_id = ?"))
        .isEqualTo("0");
  }

  @Test
  void wordsInAnotherLanguageThanHersAreNotSentAsTheyAre() throws Exception {
    TenantScope.within(
        rig.organization, () -> rig.rig.get(TranslatedLines.class).speaks(conversation, "en"));
    assertThatExceptionOfType(TranslationMissing.class).isThrownBy(() -> asItIs(WORDS, "ru"));
    assertThat(sent.last).isNull();
    asItIs(WORDS, "en");
    assertThat(sent.last).isEqualTo(WORDS);
  }

  @Test
  void aFileWithoutAWordNeedsNoTranslation() throws Exception {
    TenantScope.within(
        rig.organization, () -> rig.rig.get(TranslatedLines.class).speaks(conversation, "en"));
    asItIs("", "ru");
    assertThat(sent.last).isEmpty();
  }

  @Test
  void whereNothingIsTranslatedWordsGoAsTheyAre() {
    TenantScope.within(
        rig.organization, () -> rig.rig.get(TranslatedLines.class).speaks(conversation, "tlh"));
    asItIs(WORDS, "ru");
    assertThat(sent.last).isEqualTo(WORDS);
  }

  private void asItIs(String text, String language) {
    var draft = ManagerReply.Draft.of(text);
    var replies = rig.rig.get(TranslatedReply.class);
    within(() -> replies.send(conversation, 1, draft, language, UUID.randomUUID()));
  }
}
