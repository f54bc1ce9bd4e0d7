package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.translation.TranslationDesk;
import org.tulpar.tenant.TenantScope;
import org.tulpar.translation.Engine;
import org.tulpar.translation.EngineChoice;
import org.tulpar.translation.Glossary;
import org.tulpar.translation.TranslationSettings;
import org.tulpar.translation.Translator.Translated;

/** From a foreign message to its translations: after the commit, once, within the budget. */
class TranslatedMessagesTest {

  private static final String ASKS = "بكم الجولة ١٢ يوليو؟";

  private TranslationRig rig;

  @BeforeEach
  void prepare() throws SQLException {
    rig = new TranslationRig().reader("ru");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void withoutAnEngineNothingIsQueued() throws Exception {
    rig.arrive("M-1", ASKS);
    assertThat(rig.count("translation_job")).isZero();
  }

  @Test
  void aForeignMessageIsTranslatedAfterItsCommitAndTheLanguageIsLearnt() throws Exception {
    rig.translating(1000);
    rig.engine.answers.add(new Translated.Done("Сколько стоит тур 12 июля?", "ar"));
    rig.arrive("M-1", ASKS);
    assertThat(rig.count("message")).isEqualTo(1);
    assertThat(rig.engine.asked).as("not before the commit").isEmpty();
    rig.work();
    assertThat(rig.translations()).isEqualTo("ru ar Сколько стоит тур 12 июля?");
    assertThat(rig.language()).isEqualTo("ar");
    assertThat(rig.count("translation_job")).isZero();
    assertThat(rig.rig.fired()).hasAtLeastOneElementOfType(ConversationChanged.class);
    assertThat(rig.engine.access.key()).isEqualTo("KEY");
    assertThat(rig.engine.asked.getFirst().source()).isNull();
  }

  @Test
  void everyReadersLanguageIsServedAndTheNextTimeTheSourceIsKnown() throws Exception {
    rig.translating(1000).reader("en").reader("ru");
    rig.arrive("M-1", ASKS);
    rig.work();
    assertThat(rig.translations()).isEqualTo("en ar [en] " + ASKS + "; ru ar [ru] " + ASKS);
    assertThat(rig.engine.asked).hasSize(2);
    rig.engine.asked.clear();
    rig.arrive("M-2", "شكرا جزيلا");
    rig.work();
    assertThat(rig.engine.asked).allSatisfy(it -> assertThat(it.source()).isEqualTo("ar"));
    assertThat(rig.engine.asked.getFirst().context()).isEqualTo(ASKS);
  }

  @Test
  void whoWritesTheReadersLanguageIsAskedAboutOnce() throws Exception {
    rig.translating(1000);
    rig.engine.answers.add(new Translated.Done("Здравствуйте", "ru"));
    rig.arrive("M-1", "Здравствуйте");
    rig.work();
    rig.arrive("M-2", "Сколько стоит?");
    rig.arrive("M-3", "12.07 👍");
    rig.work();
    assertThat(rig.engine.asked).hasSize(1);
    assertThat(rig.language()).isEqualTo("ru");
    assertThat(rig.translations()).isNull();
    assertThat(rig.count("translation_job")).isZero();
  }

  @Test
  void whatAPersonHasSaidAboutTheLanguageStays() throws Exception {
    rig.translating(1000);
    rig.arrive("M-1", ASKS);
    rig.pipeline.prepare(
        "update client set language = 'fr' where organization_id = ?", rig.pipeline.organization);
    rig.work();
    assertThat(rig.language()).isEqualTo("fr");
    assertThat(rig.engine.asked.getFirst().source()).as("Arabic letters are not French").isNull();
  }

  @Test
  void aChangedFigureIsStoredBesideTheTranslation() throws Exception {
    rig.translating(1000);
    rig.engine.answers.add(new Translated.Done("Сколько стоит тур 13 июля?", "ar"));
    rig.arrive("M-1", ASKS);
    rig.work();
    assertThat(
            rig.pipeline.look(
                "select findings -> 0 ->> 'kind' || ' ' || (findings -> 0 ->> 'after') from message_translation where organization_id = ?"))
        .isEqualTo("DATE 13 июля");
  }

  @Test
  void theSameWordsAreBoughtOnce() throws Exception {
    rig.translating(1000);
    rig.arrive("M-1", ASKS);
    rig.arrive("M-2", ASKS);
    rig.work();
    assertThat(rig.engine.asked).hasSize(1);
    assertThat(used()).isEqualTo(ASKS.length());
    TenantScope.within(
        rig.organization,
        () ->
            rig.rig
                .get(Glossary.class)
                .add(java.util.Map.of("ru", "Южный берег", "ar", "الشاطئ الجنوبي"), false, null));
    rig.arrive("M-3", ASKS);
    rig.work();
    assertThat(rig.engine.asked).as("another glossary, another translation").hasSize(2);
    assertThat(rig.engine.asked.getLast().terms()).hasSize(1);
  }

  @Test
  void theBudgetIsKeptAndNothingMoreIsAsked() throws Exception {
    rig.translating(ASKS.length() + 5);
    rig.arrive("M-1", ASKS);
    rig.work();
    rig.arrive("M-2", "شكرا جزيلا");
    rig.work();
    assertThat(rig.engine.asked).hasSize(1);
    assertThat(used()).isEqualTo(ASKS.length());
    assertThat(rig.translations()).contains("budget");
  }

  @Test
  void whatFailedIsNotPaidAndTriedAgainUntilItIsGivenUp() throws Exception {
    rig.translating(1000);
    rig.arrive("M-1", ASKS);
    for (int i = 0; i < 7; i++) {
      rig.engine.answers.add(new Translated.Unavailable("unreachable"));
      rig.work();
      assertThat(rig.engine.answers).isEmpty();
      assertThat(rig.translations()).isNull();
      rig.work();
      assertThat(rig.count("translation_job")).as("it waits").isEqualTo(1);
      rig.due();
    }
    rig.engine.answers.add(new Translated.Unavailable("unreachable"));
    rig.work();
    assertThat(rig.translations()).isEqualTo("ru unreachable");
    assertThat(rig.count("translation_job")).isZero();
    assertThat(used()).isZero();
  }

  @Test
  void aRefusedKeyIsNotTriedAgain() throws Exception {
    rig.translating(1000);
    rig.engine.answers.add(new Translated.Denied());
    rig.arrive("M-1", ASKS);
    rig.work();
    assertThat(rig.translations()).isEqualTo("ru denied");
  }

  @Test
  void anEngineThatIsBusyIsLeftAloneByTheWholeOrganization() throws Exception {
    rig.translating(1000);
    rig.arrive("M-1", ASKS);
    rig.arrive("M-2", "شكرا جزيلا");
    rig.engine.answers.add(new Translated.Busy(Duration.ofMinutes(5)));
    var desk = rig.rig.get(TranslationDesk.class);
    desk.work(desk.claim(100, 1).getFirst());
    rig.work();
    assertThat(rig.engine.asked).hasSize(1);
    assertThat(rig.count("translation_job")).isEqualTo(2);
  }

  @Test
  void aQueueOfOneOrganizationDelaysNobodyElse() throws Exception {
    rig.translating(1000);
    for (int i = 0; i < 6; i++) {
      rig.arrive("M-" + i, ASKS + i);
    }
    try (var other = new TranslationRig()) {
      other.reader("ru").translating(1000);
      other.arrive("M-1", ASKS);
      rig.due();
      var claimed = rig.rig.get(TranslationDesk.class).claim(100, 2);
      assertThat(claimed).hasSize(3);
      assertThat(claimed).extracting(job -> job.organization()).contains(other.organization);
    }
  }

  @Test
  void anEditedMessageIsTranslatedAnewAndADeletedOneKeepsNothing() throws Exception {
    rig.translating(1000);
    rig.arrive("M-1", ASKS);
    rig.work();
    rig.resolver.arrive(Wire.edit("M-1", "بكم الجولة ١٣ يوليو؟", 2));
    assertThat(rig.translations()).isNull();
    rig.work();
    assertThat(rig.translations()).contains("١٣");
    rig.resolver.arrive(Wire.deletion("M-1"));
    assertThat(rig.translations()).isNull();
  }

  @Test
  void aMessageThatIsDeletedMeanwhileKeepsNoTranslation() throws Exception {
    rig.translating(1000);
    rig.arrive("M-1", ASKS);
    rig.engine.meanwhile = this::delete;
    rig.work();
    assertThat(rig.translations()).isNull();
    assertThat(rig.count("translation_job")).isZero();
  }

  @Test
  void whatWasTranslatedLongAgoIsThrownAway() throws Exception {
    rig.translating(1000);
    rig.arrive("M-1", ASKS);
    rig.work();
    var desk = rig.rig.get(TranslationDesk.class);
    desk.forget();
    assertThat(rig.count("translation_cache")).isEqualTo(1);
    rig.pipeline.prepare(
        "update translation_cache set created_at = now() - interval '91 days' where organization_id = ?",
        rig.pipeline.organization);
    desk.forget();
    assertThat(rig.count("translation_cache")).isZero();
  }

  @Test
  void aKeyGoesNowhereElse() {
    rig.translating(1000);
    var elsewhere =
        new TranslationSettings(
            Engine.DEEPL, "https://elsewhere.example", false, TranslationSettings.LANGUAGES, 1, 0);
    TenantScope.within(
        rig.organization,
        () -> {
          var choice = rig.rig.get(EngineChoice.class);
          assertThat(choice.read().keyed()).isTrue();
          org.assertj.core.api.Assertions.assertThatThrownBy(() -> choice.change(elsewhere, null))
              .hasMessageContaining("key");
        });
  }

  private void delete() {
    try {
      rig.resolver.arrive(Wire.deletion("M-1"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long used() {
    return TenantScope.within(
        rig.organization, () -> rig.rig.get(EngineChoice.class).read().used());
  }
}
