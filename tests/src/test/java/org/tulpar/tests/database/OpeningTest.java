package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.agent.Playbooks;
import org.tulpar.agent.ReplyRule;
import org.tulpar.channel.line.AdoptedLine;
import org.tulpar.channel.line.ChannelChanged;
import org.tulpar.identity.SignIn;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.kernel.Refused;
import org.tulpar.operations.opening.NewOrganization;
import org.tulpar.operations.opening.NewOrganization.Administrator;
import org.tulpar.operations.opening.Opened;
import org.tulpar.operations.opening.Opening;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.OrganizationProfile.Facts;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** An organization that is opened has what it needs, and nothing of anybody else's. */
class OpeningTest {

  private static final List<ReplyRule> ECHO =
      List.of(new ReplyRule(ReplyRule.Kind.ECHO, List.of(), "You wrote: {text}", false));

  private final String name = "opened-" + UUID.randomUUID();
  private final TenantSql sql = new ScopedSql(new Pool(Database.source("tulpar_app"), 10));
  private final Rig rig =
      new Rig()
          .with(TenantSql.class, sql)
          .with(Pbkdf2PasswordHash.class, new CheapHash())
          .with(Clock.class, Clock.systemUTC())
          .source("app", new Pool(Database.source("tulpar_app"), 2))
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
          .source("identity", Database.source("tulpar_identity"))
          .setting("tulpar.secret.key", Base64.getEncoder().encodeToString(new byte[32]))
          .setting("tulpar.public-url", "http://crm/");
  private final Opening opening = rig.get(Opening.class);

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void itsAdministratorComesInAndFindsAPipeline() {
    var opened =
        opening.open(NewOrganization.run(null, facts(), new Administrator(name, "Ada")), "root");
    var answer =
        rig.get(SignIn.class)
            .attempt(name, opened.administrator().password().toCharArray(), "127.0.0.1");
    var person = ((SignInAnswer.Welcome) answer).person();
    assertThat(person.organization()).isEqualTo(opened.organization());
    assertThat(texts(opened, "select name || role || (password_until > now()) from users"))
        .containsExactly("AdaORG_ADMINtrue");
    assertThat(texts(opened, "select kind || probability from stage order by position"))
        .containsExactly("OPEN10", "OPEN40", "OPEN80", "WON100", "LOST0");
    assertThat(texts(opened, "select name from lost_reason")).hasSize(4).contains("Дорого");
    assertThat(texts(opened, "select time_zone || locale || currency from organization"))
        .containsExactly("Asia/BishkekruKGS");
    assertThat(
            texts(
                opened, "select data ->> 'by' from audit_event where type = 'organization.opened'"))
        .containsExactly("root");
  }

  /** Whatever is asked for is there: the line stands, the bot repeats, and nothing waits. */
  @Test
  void aProgramHasItOpenedWithItsLineAndItsRules() throws SQLException {
    var opened = opening.open(asked(name), "operator");
    assertThat(opened.fresh()).isTrue();
    assertThat(opened.line().webhook()).isEqualTo("http://crm/webhooks/evolution/" + name);
    assertThat(texts(opened, "select connection_state || per_minute || api_url from channel"))
        .containsExactly("OPEN0http://gateway:1");
    assertThat(texts(opened, "select glue_seconds::text from organization")).containsExactly("0");
    var playbook = rig.get(Playbooks.class).of(opened.organization());
    assertThat(playbook.rules()).isEqualTo(ECHO);
    assertThat(playbook.agent()).isNull();
    assertThat(rig.fired())
        .contains(new ChannelChanged(opened.organization(), opened.line().channel()));
  }

  @Test
  void itSeesItselfAndNobodySeesIt() throws SQLException {
    try (var office = new Office()) {
      office.prepare();
      var opened = opening.open(asked(name), "operator");
      assertThat(texts(opened, "select organization_id::text from organization"))
          .containsExactly(opened.organization().toString());
      for (var table :
          List.of("organization", "pipeline", "stage", "channel", "channel_route", "reply_rule")) {
        var all = "select organization_id::text from " + table;
        assertThat(texts(opened, all)).as(table).containsOnly(opened.organization().toString());
        assertThat(office.texts(all)).as(table).doesNotContain(opened.organization().toString());
      }
    }
  }

  /** What looks into all organizations makes none, and nobody makes one beside their own. */
  @ParameterizedTest
  @ValueSource(strings = {"tulpar_console", "tulpar_identity", "tulpar_backup", "tulpar_app"})
  void noRoleWritesOneThatIsNotInScope(String role) throws SQLException {
    try (var connection = Database.as(role);
        var statement = connection.createStatement()) {
      statement.execute(
          "select set_config('app.organization_id', '" + UUID.randomUUID() + "', false)");
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "insert into organization (organization_id, name) values (gen_random_uuid(), 'Theirs')"))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(permission denied|row-level security|read-only).*");
    }
  }

  @Test
  void askedTwiceItIsOneAndItsGatewayFollows() {
    var first = opening.open(asked(name), "operator");
    var again =
        opening.open(
            new NewOrganization(
                name, facts("Another"), null, line("http://gateway:2"), 9, List.of()),
            "operator");
    assertThat(again.fresh()).isFalse();
    assertThat(again.organization()).isEqualTo(first.organization());
    assertThat(again.line()).isEqualTo(first.line());
    assertThat(texts(again, "select name || glue_seconds from organization"))
        .containsExactly(name + "0");
    assertThat(texts(again, "select api_url from channel")).containsExactly("http://gateway:2");
    assertThat(texts(again, "select kind from stage")).hasSize(5);
  }

  /** Its answer may have been lost, and with it the one password that opens it. */
  @Test
  void whoHasNoPasswordOfHerOwnIsGivenAnother() {
    var asked = NewOrganization.run(name, facts(), new Administrator(name, "Ada"));
    var lost = opening.open(asked, "root").administrator();
    var again = opening.open(asked, "root");
    assertThat(again.fresh()).isFalse();
    assertThat(again.administrator().id()).isEqualTo(lost.id());
    assertThat(attempt(lost.password())).isNotInstanceOf(SignInAnswer.Welcome.class);
    assertThat(attempt(again.administrator().password())).isInstanceOf(SignInAnswer.Welcome.class);
    assertThat(texts(again, "select type from audit_event where type like 'user.%' order by id"))
        .containsExactly("user.created", "user.password_reset");
    var another = NewOrganization.run(name, facts(), new Administrator("b." + name, "Bo"));
    assertThat(opening.open(another, "root").administrator()).isNull();
    TenantScope.within(
        again.organization(), () -> sql.change("update users set password_until = null"));
    assertThat(opening.open(asked, "root").administrator()).isNull();
  }

  private SignInAnswer attempt(String password) {
    return rig.get(SignIn.class).attempt(name, password.toCharArray(), "127.0.0.1");
  }

  @Test
  void askedByManyAtOnceItIsOne() throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Opened> ask =
          () ->
              opening.open(
                  new NewOrganization(name, facts(), null, null, null, List.of()), "operator");
      var fresh =
          threads.invokeAll(Collections.nCopies(8, ask)).stream()
              .filter(answer -> answer.resultNow().fresh());
      assertThat(fresh).hasSize(1);
    }
  }

  @Test
  void whatCannotStandIsRefusedByItsCode() {
    assertRefused("refused.organization.name", with(facts(" "), null, null, 0, ECHO));
    assertRefused(
        "refused.organization.name_long", with(facts("x".repeat(81)), null, null, 0, ECHO));
    assertRefused("refused.organization.glue", with(facts(), null, null, 61, ECHO));
    assertRefused(
        "refused.person.login", with(facts(), new Administrator("a b", "Ada"), null, 0, ECHO));
    assertRefused(
        "refused.person.name", with(facts(), new Administrator("ada." + name, ""), null, 0, ECHO));
    assertRefused("refused.channel_address", with(facts(), null, line("ftp://x"), 0, ECHO));
    assertRefused(
        "refused.rule.answer",
        with(facts(), null, null, 0, List.of(rule(ReplyRule.Kind.ECHO, " "))));
    assertRefused(
        "refused.rule.words",
        with(facts(), null, null, 0, List.of(rule(ReplyRule.Kind.KEYWORD, "Hello"))));
    assertRefused(
        "refused.opening_key",
        new NewOrganization("No spaces", facts(), null, null, null, List.of()));
  }

  /** Of another organization, too, whom nobody here sees. */
  @Test
  void aWebhooksKeyAndALoginAreOnes() {
    opening.open(asked(name), "operator");
    assertRefused(
        "refused.channel_key_taken",
        new NewOrganization(name + ".2", facts(), null, line("http://gateway:1"), null, List.of()));
    var same = NewOrganization.run(null, facts(), new Administrator(name, "Ada"));
    opening.open(same, "root");
    assertRefused("refused.person.login_taken", same);
  }

  private void assertRefused(String code, NewOrganization asked) {
    assertThatThrownBy(() -> opening.open(asked, "operator"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static NewOrganization with(
      Facts facts, Administrator person, AdoptedLine line, int glue, List<ReplyRule> rules) {
    return new NewOrganization("key-" + UUID.randomUUID(), facts, person, line, glue, rules);
  }

  private static ReplyRule rule(ReplyRule.Kind kind, String answer) {
    return new ReplyRule(kind, List.of(), answer, false);
  }

  private NewOrganization asked(String key) {
    return new NewOrganization(key, facts(), null, line("http://gateway:1"), 0, ECHO);
  }

  private AdoptedLine line(String gateway) {
    return new AdoptedLine(
        "Main", name, URI.create(gateway), "0123456789abcdef", name, "fedcba9876543210", 0);
  }

  private Facts facts() {
    return facts(name);
  }

  private static Facts facts(String name) {
    return new Facts(name, Locale.of("ru"), ZoneId.of("Asia/Bishkek"), "KGS");
  }

  private List<String> texts(Opened opened, String question) {
    return texts(opened.organization(), question);
  }

  private List<String> texts(OrganizationId organization, String question) {
    return TenantScope.within(organization, () -> sql.rows(question, row -> row.getString(1)));
  }
}
