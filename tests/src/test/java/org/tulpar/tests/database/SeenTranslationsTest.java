package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.conversation.translated.TranslatedLine;
import org.tulpar.conversation.translated.TranslatedLines;
import org.tulpar.tenant.TenantScope;
import org.tulpar.translation.Translator.Translated;

/** What a reader opens and nobody has translated into her language. */
class SeenTranslationsTest {

  private static final String ASKS = "بكم الجولة ١٢ يوليو؟";
  private static final String THANKS = "شكرا جزيلا";

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
  void whatSomebodySeesAndNobodyHasTranslatedForHerIsPutToWorkOnce() throws Exception {
    rig.translating(1000);
    rig.arrive("M-1", ASKS);
    rig.work();
    rig.reader("en");
    assertThat(wanted("ru")).as("she has it").isEmpty();
    assertThat(wanted("en")).hasSize(1);
    assertThat(wanted("en")).as("it waits").hasSize(1);
    assertThat(rig.count("translation_job")).isEqualTo(1);
    rig.work();
    assertThat(rig.translations()).isEqualTo("en ar [en] " + ASKS + "; ru ar [ru] " + ASKS);
    assertThat(wanted("en")).isEmpty();
  }

  @Test
  void withoutAnEngineOrBudgetOrNeedNothingIsPutToWork() throws Exception {
    rig.arrive("M-1", ASKS);
    assertThat(wanted("ru")).as("no engine").isEmpty();
    rig.translating(ASKS.length());
    rig.arrive("M-2", ASKS);
    rig.work();
    assertThat(wanted("ru")).as("nothing is left of the budget").isEmpty();
    rig.translating(1000);
    assertThat(wanted("ru")).hasSize(1);
    rig.pipeline.prepare(
        "update client set language = 'ar' where organization_id = ?", rig.pipeline.organization);
    assertThat(wanted("ar")).as("she reads it as it is").isEmpty();
  }

  @Test
  void whatTheBudgetDidNotLastForIsTriedAgainAsSoonAsAnotherOneWould() throws Exception {
    rig.translating(ASKS.length() + 5);
    rig.arrive("M-1", ASKS);
    rig.work();
    rig.arrive("M-2", THANKS);
    rig.work();
    assertThat(rig.translations()).contains("ru budget");
    assertThat(wanted("ru")).as("five characters are left").isEmpty();
    assertThat(rig.translations()).as("the reader still sees why").contains("ru budget");
    rig.pipeline.prepare(
        "update translation_usage set month = month - interval '1 month' where organization_id = ?",
        rig.pipeline.organization);
    assertThat(wanted("ru")).as("a month later").hasSize(1);
    assertThat(wanted("ru")).as("it waits").hasSize(1);
    rig.work();
    assertThat(rig.translations()).contains("ru ar [ru] " + THANKS);
    assertThat(wanted("ru")).isEmpty();
  }

  @Test
  void whatIsTheReadersOwnLanguageIsAskedAboutOnceHoweverOftenItIsSeen() throws Exception {
    rig.translating(1000);
    rig.arrive("M-1", "Здравствуйте");
    rig.pipeline.prepare(
        "update client set language = 'ar' where organization_id = ?", rig.pipeline.organization);
    rig.engine.answers.add(new Translated.Done("Здравствуйте", "ru"));
    rig.work();
    assertThat(rig.engine.asked).hasSize(1);
    assertThat(wanted("ru")).isEmpty();
    assertThat(seen("ru")).as("it is read as it is").isEmpty();
  }

  private List<Long> wanted(String language) throws SQLException {
    var texts = new HashMap<Long, String>();
    for (var line :
        rig.pipeline
            .look(
                "select string_agg(id || ' ' || body, chr(10)) from message where organization_id = ?")
            .split("\n")) {
      var parts = line.split(" ", 2);
      texts.put(Long.parseLong(parts[0]), parts[1]);
    }
    var conversation =
        Long.parseLong(
            rig.pipeline.look("select id::text from conversation where organization_id = ?"));
    return TenantScope.within(
        rig.organization,
        () -> rig.rig.get(TranslatedLines.class).want(conversation, texts, language));
  }

  private Map<Long, TranslatedLine> seen(String language) throws SQLException {
    var message =
        Long.parseLong(rig.pipeline.look("select id::text from message where organization_id = ?"));
    return TenantScope.within(
        rig.organization, () -> rig.rig.get(TranslatedLines.class).of(List.of(message), language));
  }
}
