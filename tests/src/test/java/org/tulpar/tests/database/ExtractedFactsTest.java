package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.agent.Completion;
import org.tulpar.agent.LanguageModel;
import org.tulpar.agent.fact.AnswerUnreadable;
import org.tulpar.agent.fact.FactFinder;
import org.tulpar.agent.fact.FactStep;
import org.tulpar.agent.fact.Reading;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.fact.ExtractedFact;
import org.tulpar.conversation.fact.FactKind;
import org.tulpar.conversation.fact.Lead;
import org.tulpar.conversation.fact.LeadScore;
import org.tulpar.conversation.fact.Leads;

/** What is found in what clients write, with a model that says what it is told to. */
class ExtractedFactsTest {

  private final Pool pool = new Pool(Database.source("tulpar_app"), 4);
  @RegisterExtension final Office office = new Office(new ScopedSql(pool));
  @RegisterExtension final Office other = new Office();

  private String told = "";
  private String orders;
  private List<LanguageModel.Line> material;

  @BeforeEach
  void prepare() throws SQLException {
    office.with(LanguageModel.class, this::complete);
    agent(office);
    office.conversation(1, "Fatima");
    office.said(1, "Нас 2 взрослых и 3 детей, 12–18 июля").said(1, "Дорого. Как оплатить?");
  }

  private Completion complete(String prompt, List<LanguageModel.Line> dialogue, String model) {
    orders = prompt;
    material = dialogue;
    assertThat(pool.taken()).as("connections in use while the model reads").isZero();
    return new Completion(told, "small", null, null);
  }

  @Test
  void eachStandsOnTheMessageThatSaysIt() throws Exception {
    reads(
        fact(1, "PARTY", "2 взрослых и 3 детей", "Семья: 2 взрослых, 3 детей"),
        fact(1, "DATES", "12–18 Июля", "12–18 июля"));
    assertThat(facts())
        .containsExactly("DATES 1001 12–18 июля", "PARTY 1001 Семья: 2 взрослых, 3 детей");
    assertThat(lead().facts().getFirst().quote()).as("as she writes it").isEqualTo("12–18 июля");
    assertThat(orders).contains("a few words of Russian").endsWith("ages of the children");
    assertThat(material)
        .containsExactly(
            new LanguageModel.Line(
                LanguageModel.Speaker.CLIENT,
                "#1 client: Нас 2 взрослых и 3 детей, 12–18 июля\n#2 client: Дорого. Как оплатить?"));
  }

  @Test
  void whatIsNotInTheMessageIsNotKept() throws Exception {
    ours("Для вас 450 USD");
    reads(
        fact(2, "DATES", "12–18 июля", "said in another message"),
        fact(3, "BUDGET", "450 USD", "said by us"),
        fact(9, "WISH", "Дорого", "no such message"),
        fact(2, "MOOD", "Дорого", "no such kind"),
        fact(2, "DOUBT", "Д", "nothing to stand on"),
        "{\"message\": \"1\", \"kind\": 5}",
        "\"nonsense\"",
        fact(1, "PARTY", "2 взрослых и 3 детей", "2 adults and 4 children"));
    assertThat(facts())
        .as("a number that she has not said gives way to her own words")
        .containsExactly("PARTY 1001 2 взрослых и 3 детей");
  }

  @Test
  void whatSheSaysNextReplacesWhatSheSaidBefore() throws Exception {
    reads(fact(1, "DATES", "12–18 июля", "12–18 июля"));
    office.said(1, "Лучше 20–25 июля");
    reads(fact(3, "DATES", "20–25 июля", "20–25 июля"));
    assertThat(facts()).containsExactly("DATES 1003 20–25 июля");
    for (int i = 0; i < LanguageModel.Line.MOST; i++) {
      office.said(1, "и ещё " + i);
    }
    told = "{\"facts\": [], \"over\": [1, 2, 0, -1]}";
    read();
    assertThat(material.getFirst().text()).startsWith("Known from before:\n1. 20–25 июля\n\n#1 ");
    assertThat(facts()).isEmpty();
  }

  @Test
  void whatAPersonCallsWrongStaysAway() throws Exception {
    var wrong = fact(2, "DOUBT", "Дорого", "Дорого");
    reads(wrong);
    var id = lead().facts().getFirst().id();
    assertThat(office.within(() -> office.get(Leads.class).dismiss(1, Office.AIGUL, id))).isTrue();
    reads(wrong, fact(2, "DOUBT", "Дорого. Как оплатить", "Дорого"));
    assertThat(facts()).isEmpty();
    assertThat(office.within(() -> office.get(Leads.class).dismiss(1, Office.AIGUL, id))).isFalse();
    assertThat(office.within(() -> office.get(Leads.class).restore(1, Office.AIGUL, id))).isTrue();
    assertThat(facts()).containsExactly("DOUBT 1002 Дорого");
    assertThat(office.texts("select type from audit_event order by id"))
        .containsExactly("fact.dismissed", "fact.restored");
  }

  @Test
  void aMessageThatChangesMeanwhileSaysNothing() throws Exception {
    told = answer(fact(2, "DOUBT", "Дорого", "Дорого"));
    var reading = reading();
    var found = office.get(FactFinder.class).find(reading);
    office.change("update message set body = 'Недорого' where id = 1002 and organization_id = :o");
    office.run(() -> office.get(FactStep.class).keep(1, reading, found));
    assertThat(facts()).isEmpty();
  }

  @Test
  void theScoreSaysWhatItIsMadeOf() throws Exception {
    assertThat(lead().score()).as("of whom nothing is known").isNull();
    reads(
        fact(1, "DATES", "12–18 июля", "12–18 июля"),
        fact(1, "PARTY", "2 взрослых", "2 взрослых"),
        fact(1, "PARTY", "3 детей", "3 детей"),
        fact(2, "DOUBT", "Дорого", "Дорого"),
        fact(2, "READY", "Как оплатить", "Как оплатить"));
    office.change("update conversation set last_client_at = now() where organization_id = :o");
    assertThat(reasons())
        .containsExactly("READY 25", "DATES 20", "PARTY 15", "FRESH 10", "DOUBT -10");
    assertThat(lead().score().points()).isEqualTo(60);
    assertThat(lead().score().level()).isEqualTo(LeadScore.Level.WARM);
    silent(8);
    assertThat(reasons()).contains("WEEK -15");
    silent(40);
    assertThat(reasons()).contains("MONTH -30");
    assertThat(lead().score().level()).isEqualTo(LeadScore.Level.COLD);
  }

  @Test
  void theClientHasThemWhereverSheWrites() throws Exception {
    reads(fact(1, "DATES", "12–18 июля", "12–18 июля"));
    office.change("update conversation set status = 'CLOSED' where organization_id = :o");
    office.change(
        "insert into conversation (organization_id, id, client_id, channel_id, address) values (:o, 2, 1, :o, 'a2')");
    assertThat(office.within(() -> office.get(Leads.class).of(2)).facts())
        .extracting(ExtractedFact::conversation)
        .containsExactly(1L);
    other.conversation(1, "Stranger");
    assertThat(other.within(() -> other.get(Leads.class).of(1)).facts()).isEmpty();
  }

  @Test
  void brokenAnswersAreNone() {
    var deep = "{\"facts\": " + "[".repeat(2000) + "]".repeat(2000) + "}";
    for (var broken :
        List.of("", "I see nothing.", "{\"facts\": [", "{]}", "{}", "{\"facts\": null}", deep)) {
      told = broken;
      assertThatThrownBy(this::read).isInstanceOf(AnswerUnreadable.class);
    }
  }

  @Test
  void itIsToldOnlyWhereSomethingIsNew() throws Exception {
    reads(fact(2, "DOUBT", "Дорого", "Дорого"));
    reads(fact(2, "DOUBT", "Дорого", "Дорого"));
    assertThat(office.fired()).filteredOn(AfterCommit.Pending.class::isInstance).hasSize(1);
  }

  private void reads(String... facts) throws Exception {
    told = "```json\n" + answer(facts) + "\n```";
    read();
  }

  private void read() throws Exception {
    var reading = reading();
    var found = office.get(FactFinder.class).find(reading);
    office.run(() -> office.get(FactStep.class).keep(1, reading, found));
  }

  private Reading reading() {
    return office.within(() -> office.get(FactStep.class).read(1)).orElseThrow();
  }

  private Lead lead() {
    return office.within(() -> office.get(Leads.class).of(1));
  }

  private List<String> facts() {
    return lead().facts().stream()
        .map(one -> one.kind() + " " + one.message() + " " + one.text())
        .toList();
  }

  private List<String> reasons() {
    return lead().score().reasons().stream().map(one -> one.code() + " " + one.points()).toList();
  }

  private void silent(int days) throws SQLException {
    office.change(
        "update conversation set last_client_at = now() - interval '%d days' where organization_id = :o"
            .formatted(days));
  }

  private void ours(String text) throws SQLException {
    office.change(
        "insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)"
            + " values (:o, 1100, 1, 'OUT', 'MANAGER', 'CRM', 'SENT', 'TEXT', '%s', now())"
                .formatted(text));
  }

  private static void agent(Office office) throws SQLException {
    office.change(
        "insert into ai_agent (organization_id, id, type, name, prompt) values (:o, 1,"
            + " 'QUALIFICATION', 'Aida', 'ages of the children')");
  }

  private static String answer(String... facts) {
    return "{\"facts\": [" + String.join(", ", facts) + "], \"over\": []}";
  }

  private static String fact(int message, String kind, String quote, String text) {
    return "{\"message\": %d, \"kind\": \"%s\", \"quote\": \"%s\", \"text\": \"%s\"}"
        .formatted(message, kind, quote, text);
  }

  /** The kinds as the database knows them. */
  @Test
  void theKindsAreTheDatabases() {
    var constraint =
        office.text(
            "select pg_get_constraintdef(oid) from pg_constraint where conname = 'extracted_fact_kind_check'");
    assertThat(FactKind.values())
        .allSatisfy(kind -> assertThat(constraint).contains("'" + kind + "'"));
  }
}
