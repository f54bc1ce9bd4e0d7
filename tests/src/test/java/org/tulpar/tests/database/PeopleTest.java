package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.conversation.desk.Assignee;
import org.tulpar.conversation.desk.Desk;
import org.tulpar.identity.ApiTokens;
import org.tulpar.identity.RememberedBrowsers;
import org.tulpar.identity.Role;
import org.tulpar.identity.SignIn;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.identity.SignedIn;
import org.tulpar.identity.people.NewPerson;
import org.tulpar.identity.people.OwnPassword;
import org.tulpar.identity.people.People;
import org.tulpar.identity.people.Person;
import org.tulpar.identity.people.PersonChanged;
import org.tulpar.identity.people.PersonLeft;
import org.tulpar.identity.people.PersonRefused;

/** The people of an organization and every way they come in, against the database as it is. */
class PeopleTest {

  private static final long ADMIN = 11;
  private static final long OTHER = 12;
  private static final String OWN = "three words in a row";

  private final Office office = new Office();
  private final People people = office.get(People.class);
  private final OwnPassword own = office.get(OwnPassword.class);
  private final SignIn signIn = office.get(SignIn.class);
  private final RememberedBrowsers browsers = office.get(RememberedBrowsers.class);
  private final ApiTokens programs = office.get(ApiTokens.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.prepare();
    office.conversation(1, "One").conversation(2, "Two").conversation(3, "Three");
    office.text("select nextval('entity_id')"); // the first number is taken by whom a test prepared
    admin(ADMIN, "Ada");
    admin(OTHER, "Olga");
  }

  private void admin(long id, String name) throws SQLException {
    office.change(
        "insert into users (organization_id, id, login, password_hash, name, role) values (:o, %1$d, '%2$s-%1$d', 'cheap:secret of old', '%3$s', 'ORG_ADMIN')"
            .formatted(id, office.organization(), name));
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whoIsInvitedComesInWithAOneTimePasswordAndSetsAnother() {
    var admitted = invite("nurlan-" + office.organization());
    var first = welcomed(admitted.login(), admitted.password());
    assertThat(first.oneTime()).isTrue();
    var settled = office.within(() -> own.setFirst(first, OWN.toCharArray()));
    assertThat(settled.oneTime()).isFalse();
    assertThat(welcomed(admitted.login(), OWN)).isEqualTo(settled);
    assertThat(attempt(admitted.login(), admitted.password()))
        .isInstanceOf(SignInAnswer.Wrong.class);
    assertThat(done())
        .containsExactly("user.created " + ADMIN, "user.password_changed " + admitted.id());
  }

  @Test
  void aOneTimePasswordThatWasNotUsedInTimeOpensNothing() throws SQLException {
    var admitted = invite("late-" + office.organization());
    office.change("update users set password_until = now() where id = " + admitted.id());
    assertThat(attempt(admitted.login(), admitted.password()))
        .isInstanceOf(SignInAnswer.Wrong.class);
  }

  @Test
  void theOneTimePasswordIsNotOnesOwn() {
    var admitted = invite("same-" + office.organization());
    var first = welcomed(admitted.login(), admitted.password());
    assertRefused("password_same", () -> own.setFirst(first, admitted.password().toCharArray()));
  }

  @Test
  void whoHasAPasswordOfTheirOwnChangesItOnlyByShowingIt() {
    var ada = welcomed(login(ADMIN), "secret of old");
    assertRefused("unknown", () -> own.setFirst(ada, OWN.toCharArray()));
    assertRefused(
        "password_wrong",
        () -> own.change(ada, "guess".toCharArray(), OWN.toCharArray(), "127.0.0.1"));
  }

  @Test
  void anotherPasswordEndsWhatTheOneBeforeHasOpened() {
    var ada = welcomed(login(ADMIN), "secret of old");
    var remembered = browsers.remember(ada);
    var changed =
        office.within(
            () -> own.change(ada, "secret of old".toCharArray(), OWN.toCharArray(), "127.0.0.1"));
    assertThat(browsers.recognize(remembered)).isEmpty();
    assertThat(signIn.stillIn(office.organization(), ADMIN).orElseThrow().passwordAt())
        .isEqualTo(changed.passwordAt())
        .isNotEqualTo(ada.passwordAt());
    assertThat(office.fired()).contains(new PersonChanged(office.organization(), ADMIN));
  }

  @ParameterizedTest
  @CsvSource({"short, password_short", "aaaaaaaaaaaaaaa, password_weak"})
  void aPasswordThatIsGuessedAtOnceIsRefused(String typed, String reason) {
    var admitted = invite("weak-" + office.organization());
    var first = welcomed(admitted.login(), admitted.password());
    assertRefused(reason, () -> own.setFirst(first, typed.toCharArray()));
    assertRefused(
        "password_weak", () -> own.setFirst(first, ("1" + admitted.login()).toCharArray()));
  }

  @Test
  void whoIsSwitchedOffHasNoWayInAtAll() {
    var olga = welcomed(login(OTHER), "secret of old");
    var browser = browsers.remember(olga);
    var key = office.within(() -> programs.make("Till", OTHER));
    assertThat(programs.recognize(key)).isPresent();

    office.run(() -> people.switchOff(OTHER, false, ADMIN));

    assertThat(attempt(login(OTHER), "secret of old")).isInstanceOf(SignInAnswer.Wrong.class);
    assertThat(browsers.recognize(browser)).isEmpty();
    assertThat(programs.recognize(key)).isEmpty();
    assertThat(signIn.stillIn(office.organization(), OTHER)).isEmpty();
    assertThat(office.fired()).contains(new PersonChanged(office.organization(), OTHER));

    office.run(() -> people.switchOn(OTHER, ADMIN));
    assertThat(welcomed(login(OTHER), "secret of old").id()).isEqualTo(OTHER);
    assertThat(browsers.recognize(browser)).as("a browser of before").isEmpty();
    assertThat(programs.recognize(key)).as("a key of before").isEmpty();
    assertThat(done()).containsExactly("user.switched_off " + ADMIN, "user.switched_on " + ADMIN);
  }

  @Test
  void theLastAdministratorStays() {
    office.run(() -> people.switchOff(OTHER, false, ADMIN));
    assertRefused("last_admin", () -> people.switchOff(ADMIN, false, OTHER));
    assertRefused("last_admin", () -> people.change(ADMIN, "Ada", Role.MANAGER, OTHER));
    assertThat(office.texts("select name from users where role = 'ORG_ADMIN' and active"))
        .containsExactly("Ada");
  }

  @Test
  void twoAdministratorsWhoSwitchEachOtherOffLeaveOne() throws Exception {
    for (int round = 0; round < 10; round++) {
      office.change("update users set active = true where id in (11, 12) and organization_id = :o");
      try (var threads = Executors.newFixedThreadPool(2)) {
        threads.invokeAll(List.of(switchingOff(OTHER, ADMIN), switchingOff(ADMIN, OTHER)));
      }
      assertThat(office.texts("select name from users where role = 'ORG_ADMIN' and active"))
          .hasSize(1);
    }
  }

  private Callable<Boolean> switchingOff(long id, long by) {
    return () -> {
      try {
        office.run(() -> people.switchOff(id, false, by));
        return true;
      } catch (PersonRefused e) {
        return false;
      }
    };
  }

  @Test
  void nobodyShutsThemselvesOut() {
    assertRefused("self", () -> people.switchOff(ADMIN, false, ADMIN));
    assertRefused("self", () -> people.change(ADMIN, "Ada", Role.MANAGER, ADMIN));
    assertRefused("self", () -> people.reset(ADMIN, ADMIN));
    office.run(() -> people.change(ADMIN, "Ada L.", Role.ORG_ADMIN, ADMIN));
    assertThat(person(ADMIN).name()).isEqualTo("Ada L.");
  }

  @Test
  void aNewPasswordTakesThePlaceOfAForgottenOne() {
    var admitted = office.within(() -> people.reset(OTHER, ADMIN));
    assertThat(attempt(login(OTHER), "secret of old")).isInstanceOf(SignInAnswer.Wrong.class);
    assertThat(welcomed(login(OTHER), admitted.password()).oneTime()).isTrue();
    assertThat(person(OTHER).passwordUntil()).isNotNull();
  }

  @Test
  void whoLeavesHandsBackWhatTheyHadInHandIfAsked() {
    var desk = office.get(Desk.class);
    for (long id = 1; id <= 2; id++) {
      long conversation = id;
      office.within(
          () ->
              desk.assign(List.of(conversation), new Assignee.Person(Office.BAKYT), Office.AIGUL));
    }
    office.within(() -> desk.assign(List.of(3L), new Assignee.Person(Office.AIGUL), Office.AIGUL));
    assertThat(office.within(() -> desk.inHand(Office.BAKYT))).isEqualTo(2);
    office.run(() -> people.switchOff(Office.BAKYT, true, ADMIN));
    var left = new PersonLeft(Office.BAKYT, ADMIN);
    assertThat(office.fired()).contains(left);
    office.run(() -> desk.left(left));
    assertThat(
            office.texts(
                "select id || handler || coalesce(assignee_id::text, '') from conversation order by id"))
        .containsExactly("1WAITING_HUMAN", "2WAITING_HUMAN", "3HUMAN1");
  }

  @Test
  void notAskedTheyKeepIt() {
    office.run(() -> people.switchOff(Office.BAKYT, false, ADMIN));
    assertThat(office.fired()).doesNotHaveAnyElementsOfTypes(PersonLeft.class);
  }

  @Test
  void aLoginIsOnesOverAllOrganizations() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      var taken = other.organization() + "-1";
      assertRefused("login_taken", () -> invite(taken.toUpperCase(Locale.ROOT)));
    }
  }

  @Test
  void theirPeopleAreUnknownHere() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      other.change(
          "insert into users (organization_id, id, login, password_hash, name, role) values (:o, 77, '"
              + other.organization()
              + "-77', 'x', 'Theirs', 'MANAGER')");
      assertThat(office.within(() -> people.person(77))).isEmpty();
      assertThat(office.within(() -> people.page("Theirs", 0))).isEmpty();
      assertRefused("unknown", () -> people.switchOff(77, true, ADMIN));
      assertRefused("unknown", () -> people.reset(77, ADMIN));
      assertRefused("unknown", () -> people.change(77, "Ours", Role.MANAGER, ADMIN));
      assertThat(other.text("select name || active from users where id = 77"))
          .isEqualTo("Theirstrue");
    }
  }

  @Test
  void nobodyMakesAnAdministratorOfTheInstallation() throws SQLException {
    assertRefused("role", () -> people.change(OTHER, "Olga", Role.SUPER_ADMIN, ADMIN));
    assertRefused("role", () -> people.change(OTHER, "Olga", null, ADMIN));
    office.change("update users set role = 'SUPER_ADMIN' where id = 12 and organization_id = :o");
    assertRefused("unknown", () -> people.switchOff(OTHER, false, ADMIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "with space", "semi;colon"})
  void aLoginThatNobodyCouldTypeIsRefused(String login) {
    assertRefused("login", () -> invite(login));
  }

  @Test
  void thePageShowsWhoWorksHereFirstAndFindsByNameAndLogin() {
    office.run(() -> people.switchOff(Office.AIGUL, false, ADMIN));
    assertThat(office.within(() -> people.page("", 0)))
        .extracting(Person::name)
        .containsExactly("Ada", "Bakyt", "Olga", "Aigul Asanova");
    assertThat(office.within(() -> people.page("ASAN", 0)))
        .extracting(Person::id)
        .containsExactly(Office.AIGUL);
    assertThat(office.within(() -> people.page(login(OTHER), 0))).hasSize(1);
    assertThat(office.within(() -> people.page("%", 0))).isEmpty();
  }

  private People.Admitted invite(String login) {
    return office.within(
        () ->
            people.invite(
                new NewPerson(
                    login, "Nurlan", Role.MANAGER, Locale.of("ru"), ZoneId.of("Asia/Bishkek")),
                ADMIN));
  }

  private Person person(long id) {
    return office.within(() -> people.person(id)).orElseThrow();
  }

  private String login(long id) {
    return office.organization() + "-" + id;
  }

  private SignInAnswer attempt(String login, String password) {
    return signIn.attempt(login, password.toCharArray(), "127.0.0.1");
  }

  private SignedIn welcomed(String login, String password) {
    return ((SignInAnswer.Welcome) attempt(login, password)).person();
  }

  private List<String> done() {
    return office.texts(
        "select type || ' ' || user_id from audit_event where type like 'user.%' order by id");
  }

  private void assertRefused(String reason, Runnable act) {
    assertThatThrownBy(() -> office.run(act))
        .isInstanceOfSatisfying(
            PersonRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("refused.person." + reason));
  }
}
