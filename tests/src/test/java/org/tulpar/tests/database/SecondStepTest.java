package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.identity.SignedIn;
import org.tulpar.identity.people.PersonRefused;
import org.tulpar.identity.second.SecondStep;
import org.tulpar.identity.second.StepBook;
import org.tulpar.identity.second.StepRefused;
import org.tulpar.identity.second.StepRule;
import org.tulpar.tests.server.Authenticator;

/** The second step against the database as it is: set up, used once, limited, taken down. */
class SecondStepTest {

  private static final String HERE = "192.0.2.7";
  private static final String PASSWORD = "secret of old";

  @RegisterExtension final Staff staff = new Staff();
  private final Office office = staff.office;
  private final StepBook book = office.get(StepBook.class);
  private final SecondStep step = office.get(SecondStep.class);
  private final StepRule rule = office.get(StepRule.class);
  private final Instant now = office.get(Clock.class).instant();

  private SignedIn ada;
  private List<String> codes;

  @BeforeEach
  void comesIn() {
    ada = staff.welcomed(staff.login(Staff.ADMIN), PASSWORD);
  }

  @Test
  void itAsksNobodyBeforeTheAppHasShownACode() {
    assertThat(step.asks(ada)).isFalse();
    var app = begun();
    assertThat(step.asks(ada)).as("begun only").isFalse();
    assertRefused("code", () -> book.confirm(Staff.ADMIN, wrong(app)));
    assertThat(step.asks(ada)).as("tried in vain").isFalse();
    confirmed(app);
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(step.asks(ada)).isTrue();
    assertRefused("on", () -> book.begin(Staff.ADMIN));
    assertRefused("none", () -> book.confirm(Staff.ADMIN, next(app)));
    assertThat(staff.done()).containsExactly("user.second_step_on " + Staff.ADMIN);
  }

  @Test
  void aCodeOpensOnceAlsoForSomeAtOnce() throws InterruptedException, ExecutionException {
    var app = set();
    assertThat(opens(app.code(now))).as("the code that confirmed it").isFalse();
    Callable<Boolean> attempt = () -> opens(next(app));
    try (var threads = Executors.newFixedThreadPool(4)) {
      var opened = 0;
      for (var answer : threads.invokeAll(Collections.nCopies(4, attempt))) {
        opened += answer.get() ? 1 : 0;
      }
      assertThat(opened).isEqualTo(1);
    }
  }

  @Test
  void aCodeOfBeforeTheLastOneOpensNothing() {
    var app = set();
    assertThat(opens(next(app))).isTrue();
    assertThat(opens(app.code(now.minusSeconds(30)))).isFalse();
    assertThat(opens(app.code(now.plusSeconds(60)))).as("too early").isFalse();
  }

  @Test
  void aRecoveryCodeOpensOnceHoweverItIsTyped() {
    set();
    assertThat(opens(codes.get(3).toUpperCase(Locale.ROOT).replace("-", " "))).isTrue();
    assertThat(opens(codes.get(3))).isFalse();
    assertThat(office.within(() -> book.state(Staff.ADMIN)).codes()).isEqualTo(9);
    assertThat(staff.done()).contains("user.recovery_code_used " + Staff.ADMIN);
  }

  @Test
  void newRecoveryCodesTakeThePlaceOfThoseBefore() {
    var app = set();
    var before = codes.get(4);
    assertRefused("code", () -> step.anew(ada, typed(PASSWORD), wrong(app), HERE));
    var fresh = office.within(() -> step.anew(ada, typed(PASSWORD), next(app), HERE));
    assertThat(opens(before)).isFalse();
    assertThat(opens(fresh.getFirst())).isTrue();
    assertThat(staff.done()).contains("user.recovery_codes_made " + Staff.ADMIN);
  }

  @Test
  void theFifthWrongCodeMakesAPauseHereAndTheTenthEverywhere() {
    var app = set();
    guesses(app, HERE, 5);
    assertThat(step.attempt(ada, next(app), HERE)).isInstanceOf(SignInAnswer.Paused.class);
    guesses(app, "198.51.100.1", 4);
    assertThat(step.attempt(ada, next(app), "198.51.100.1"))
        .as("elsewhere she comes in")
        .isInstanceOf(SignInAnswer.Welcome.class);
    guesses(app, "198.51.100.2", 1);
    assertThat(step.attempt(ada, codes.getFirst(), "198.51.100.3"))
        .as("the tenth, from a third place")
        .isInstanceOf(SignInAnswer.Paused.class);
  }

  @Test
  void whoseAccountWasClosedMeanwhileDoesNotComeIn() {
    var app = set();
    office.run(() -> staff.people.reset(Staff.ADMIN, Staff.OTHER));
    assertThat(opens(next(app))).as("another password").isFalse();
    office.run(() -> staff.people.switchOff(Staff.ADMIN, false, Staff.OTHER));
    assertThat(opens(codes.getFirst())).as("switched off").isFalse();
  }

  @Test
  void neitherTheSecretNorACodeStandsInTheDatabase() throws SQLException {
    var secret = office.within(() -> book.begin(Staff.ADMIN));
    confirmed(new Authenticator(secret));
    try (var superuser = Database.superuser();
        var statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                "select string_agg(s::text, ' ') || (select string_agg(c::text, ' ') from recovery_code c) from second_step s")) {
      row.next();
      assertThat(row.getString(1))
          .contains(office.organization().toString())
          .doesNotContain(secret, hex(secret))
          .doesNotContain(codes.getFirst(), hex(codes.getFirst()))
          .doesNotContain(hex(codes.getFirst().replace("-", "")));
    }
  }

  /** It looks over all organizations. */
  @Test
  void theRoleThatKnowsWhoSignsInCannotReadASecret() throws SQLException {
    try (var identity = Database.source("tulpar_identity").getConnection();
        var statement = identity.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("select secret_sealed from second_step"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.executeQuery("select code_hash from recovery_code"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aSealedSecretOpensForItsOwnPersonOnly() throws SQLException {
    var app = set();
    office.change(
        "insert into second_step (organization_id, user_id, secret_sealed, confirmed_at) select organization_id, 12, secret_sealed, now() from second_step where user_id = 11 and organization_id = :o");
    var olga = staff.welcomed(staff.login(Staff.OTHER), PASSWORD);
    assertThatThrownBy(() -> step.attempt(olga, next(app), HERE))
        .hasMessageContaining("does not open");
  }

  @Test
  void itIsTurnedOffByPasswordAndCode() {
    var app = set();
    assertRefused("code", () -> step.off(ada, typed(PASSWORD), wrong(app), HERE));
    assertThatThrownBy(() -> office.run(() -> step.off(ada, typed("another"), next(app), HERE)))
        .isInstanceOf(PersonRefused.class);
    assertThat(step.asks(ada)).isTrue();
    office.run(() -> step.off(ada, typed(PASSWORD), next(app), HERE));
    assertThat(step.asks(ada)).isFalse();
    assertThat(opens(codes.getFirst())).as("a recovery code of before").isFalse();
    assertRefused("none", () -> step.off(ada, typed(PASSWORD), next(app), HERE));
    assertThat(staff.done()).contains("user.second_step_off " + Staff.ADMIN);
  }

  @Test
  void anAdministratorResetsThatOfAColleagueAndNotTheirOwn() {
    set();
    assertRefused("self", () -> rule.reset(Staff.ADMIN, Staff.ADMIN));
    assertThat(step.asks(ada)).isTrue();
    office.run(() -> rule.reset(Staff.ADMIN, Staff.OTHER));
    assertThat(step.asks(ada)).isFalse();
    office.run(() -> rule.reset(Staff.ADMIN, Staff.OTHER));
    assertThat(staff.done()).containsOnlyOnce("user.second_step_reset " + Staff.OTHER);
  }

  @Test
  void anOrganizationThatAsksForItHasItDueUntilItIsThere() {
    assertThat(ada.stepDue()).isFalse();
    office.run(() -> rule.require(true, Staff.OTHER));
    office.run(() -> rule.require(true, Staff.OTHER));
    assertThat(staff.welcomed(staff.login(Staff.ADMIN), PASSWORD).stepDue()).isTrue();
    begun();
    assertThat(staff.welcomed(staff.login(Staff.ADMIN), PASSWORD).stepDue()).isTrue();
    set();
    assertThat(staff.welcomed(staff.login(Staff.ADMIN), PASSWORD).stepDue()).isFalse();
    office.run(() -> rule.reset(Staff.ADMIN, Staff.OTHER));
    assertThat(staff.welcomed(staff.login(Staff.ADMIN), PASSWORD).stepDue()).isTrue();
    office.run(() -> rule.require(false, Staff.OTHER));
    assertThat(staff.welcomed(staff.login(Staff.ADMIN), PASSWORD).stepDue()).isFalse();
    assertThat(office.texts("select type from audit_event where type like 'organization.%'"))
        .containsExactlyInAnyOrder(
            "organization.second_step_required", "organization.second_step_optional");
  }

  @Test
  void thatOfAnotherOrganizationIsUnknownHere() throws SQLException {
    set();
    try (var stranger = new Office()) {
      stranger.prepare();
      stranger.run(() -> stranger.get(StepRule.class).require(true, Office.AIGUL));
      stranger.run(() -> stranger.get(StepRule.class).reset(Staff.ADMIN, Office.AIGUL));
      assertThat(stranger.within(() -> stranger.get(StepBook.class).state(Staff.ADMIN)).on())
          .isFalse();
    }
    assertThat(step.asks(ada)).isTrue();
    assertThat(office.within(rule::required)).isFalse();
  }

  private Authenticator begun() {
    return new Authenticator(office.within(() -> book.begin(Staff.ADMIN)));
  }

  private void confirmed(Authenticator app) {
    codes = office.within(() -> book.confirm(Staff.ADMIN, app.code(now)));
  }

  private Authenticator set() {
    var app = begun();
    confirmed(app);
    return app;
  }

  private String next(Authenticator app) {
    return app.code(now.plusSeconds(30));
  }

  /** A right one, of the hour before. */
  private String wrong(Authenticator app) {
    return app.code(now.minusSeconds(3600));
  }

  private void guesses(Authenticator app, String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(step.attempt(ada, wrong(app), address)).isInstanceOf(SignInAnswer.Wrong.class);
    }
  }

  private boolean opens(String code) {
    return step.attempt(ada, code, HERE) instanceof SignInAnswer.Welcome;
  }

  private void assertRefused(String reason, Runnable act) {
    assertThatThrownBy(() -> office.run(act))
        .isInstanceOfSatisfying(
            StepRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("refused.step." + reason));
  }

  private static char[] typed(String password) {
    return password.toCharArray();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
