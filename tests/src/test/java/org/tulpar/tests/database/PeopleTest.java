package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.conversation.desk.Assignee;
import org.tulpar.conversation.desk.Desk;
import org.tulpar.identity.ApiTokens;
import org.tulpar.identity.Role;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.identity.people.People;
import org.tulpar.identity.people.Person;
import org.tulpar.identity.people.PersonChanged;
import org.tulpar.identity.people.PersonLeft;
import org.tulpar.identity.people.PersonRefused;
import org.tulpar.identity.people.PersonReturned;

/**
 * The people of an organization: who is admitted, switched off, given another role, and who stays,
 * against the database as it is.
 */
class PeopleTest {

  @RegisterExtension final Staff staff = new Staff();
  private final Office office = staff.office;
  private final People people = staff.people;
  private final ApiTokens programs = office.get(ApiTokens.class);

  @Test
  void whoIsSwitchedOffHasNoWayInAtAll() {
    var olga = staff.welcomed(staff.login(Staff.OTHER), "secret of old");
    var open = staff.opens(olga);
    var browser = staff.browsers.remember(olga, open);
    var key = office.within(() -> programs.make("Till", Staff.OTHER));
    assertThat(programs.recognize(key)).isPresent();

    office.run(() -> people.switchOff(Staff.OTHER, false, Staff.ADMIN));

    assertThat(staff.attempt(staff.login(Staff.OTHER), "secret of old"))
        .isInstanceOf(SignInAnswer.Wrong.class);
    assertThat(staff.browsers.recognize(browser)).isEmpty();
    assertThat(programs.recognize(key)).isEmpty();
    assertThat(staff.signIn.stillIn(office.organization(), Staff.OTHER, open)).isEmpty();
    assertThat(office.fired()).contains(new PersonChanged(office.organization(), Staff.OTHER));

    office.run(() -> people.switchOn(Staff.OTHER, Staff.ADMIN));
    assertThat(staff.welcomed(staff.login(Staff.OTHER), "secret of old").id())
        .isEqualTo(Staff.OTHER);
    assertThat(staff.browsers.recognize(browser)).as("a browser of before").isEmpty();
    assertThat(programs.recognize(key)).as("a key of before").isEmpty();
    assertThat(staff.done())
        .containsExactly("user.switched_off " + Staff.ADMIN, "user.switched_on " + Staff.ADMIN);
  }

  @Test
  void theLastAdministratorStays() {
    office.run(() -> people.switchOff(Staff.OTHER, false, Staff.ADMIN));
    staff.assertRefused("last_admin", () -> people.switchOff(Staff.ADMIN, false, Staff.OTHER));
    staff.assertRefused(
        "last_admin", () -> people.change(Staff.ADMIN, "Ada", Role.MANAGER, Staff.OTHER));
    assertThat(office.texts("select name from users where role = 'ORG_ADMIN' and active"))
        .containsExactly("Ada");
  }

  @Test
  void twoAdministratorsWhoSwitchEachOtherOffLeaveOne() throws Exception {
    for (int round = 0; round < 10; round++) {
      office.change("update users set active = true where id in (11, 12) and organization_id = :o");
      try (var threads = Executors.newFixedThreadPool(2)) {
        threads.invokeAll(
            List.of(
                switchingOff(Staff.OTHER, Staff.ADMIN), switchingOff(Staff.ADMIN, Staff.OTHER)));
      }
      assertThat(office.texts("select name from users where role = 'ORG_ADMIN' and active"))
          .hasSize(1);
    }
  }

  @Test
  void nobodyShutsThemselvesOut() {
    staff.assertRefused("self", () -> people.switchOff(Staff.ADMIN, false, Staff.ADMIN));
    staff.assertRefused("self", () -> people.change(Staff.ADMIN, "Ada", Role.MANAGER, Staff.ADMIN));
    staff.assertRefused("self", () -> people.reset(Staff.ADMIN, Staff.ADMIN));
    office.run(() -> people.change(Staff.ADMIN, "Ada L.", Role.ORG_ADMIN, Staff.ADMIN));
    assertThat(staff.person(Staff.ADMIN).name()).isEqualTo("Ada L.");
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
    office.run(() -> people.switchOff(Office.BAKYT, true, Staff.ADMIN));
    var left = new PersonLeft(Office.BAKYT, Staff.ADMIN);
    assertThat(office.fired()).contains(left);
    office.run(() -> desk.left(left));
    assertThat(inHand()).containsExactly("1WAITING_HUMAN", "2WAITING_HUMAN", "3HUMAN1");
  }

  /** But for what others have touched since, and for what was given back before. */
  @Test
  void whoIsTakenBackHasInHandWhatWasHandedBack() {
    var desk = office.get(Desk.class);
    var all = List.of(1L, 2L, 3L);
    var bakyt = new Assignee.Person(Office.BAKYT);
    office.within(() -> desk.assign(all, bakyt, Office.AIGUL));
    leaves(desk);
    office.within(() -> desk.assign(List.of(2L), new Assignee.Person(Office.AIGUL), Staff.OTHER));
    office.run(() -> people.takeBack(Office.BAKYT, Staff.ADMIN));
    var returned = new PersonReturned(Office.BAKYT, Staff.ADMIN);
    assertThat(office.fired()).contains(returned);
    office.run(() -> desk.returned(returned));
    assertThat(staff.person(Office.BAKYT).active()).isTrue();
    assertThat(inHand()).containsExactly("1HUMAN2", "2WAITING_HUMAN1", "3HUMAN2");
    office.within(() -> desk.assign(List.of(3L), new Assignee.Nobody(), Staff.ADMIN));
    office.run(() -> people.switchOff(Office.BAKYT, false, Staff.ADMIN));
    office.run(() -> desk.returned(returned));
    assertThat(inHand()).containsExactly("1HUMAN2", "2WAITING_HUMAN1", "3WAITING_HUMAN");
  }

  private void leaves(Desk desk) {
    office.run(() -> people.switchOff(Office.BAKYT, true, Staff.ADMIN));
    office.run(() -> desk.left(new PersonLeft(Office.BAKYT, Staff.ADMIN)));
  }

  private List<String> inHand() {
    return office.texts(
        "select id || handler || coalesce(assignee_id::text, '') from conversation order by id");
  }

  @Test
  void notAskedTheyKeepIt() {
    office.run(() -> people.switchOff(Office.BAKYT, false, Staff.ADMIN));
    assertThat(office.fired()).doesNotHaveAnyElementsOfTypes(PersonLeft.class);
  }

  @Test
  void aLoginIsOnesOverAllOrganizations() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      var taken = other.organization() + "-1";
      staff.assertRefused("login_taken", () -> staff.invite(taken.toUpperCase(Locale.ROOT)));
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
      staff.assertRefused("unknown", () -> people.switchOff(77, true, Staff.ADMIN));
      staff.assertRefused("unknown", () -> people.reset(77, Staff.ADMIN));
      staff.assertRefused("unknown", () -> people.change(77, "Ours", Role.MANAGER, Staff.ADMIN));
      assertThat(other.text("select name || active from users where id = 77"))
          .isEqualTo("Theirstrue");
    }
  }

  @Test
  void nobodyMakesAnAdministratorOfTheInstallation() throws SQLException {
    staff.assertRefused(
        "role", () -> people.change(Staff.OTHER, "Olga", Role.SUPER_ADMIN, Staff.ADMIN));
    staff.assertRefused("role", () -> people.change(Staff.OTHER, "Olga", null, Staff.ADMIN));
    office.change("update users set role = 'SUPER_ADMIN' where id = 12 and organization_id = :o");
    staff.assertRefused("unknown", () -> people.switchOff(Staff.OTHER, false, Staff.ADMIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "with space", "semi;colon"})
  void aLoginThatNobodyCouldTypeIsRefused(String login) {
    staff.assertRefused("login", () -> staff.invite(login));
  }

  @Test
  void thePageShowsWhoWorksHereFirstAndFindsByNameAndLogin() {
    office.run(() -> people.switchOff(Office.AIGUL, false, Staff.ADMIN));
    assertThat(office.within(() -> people.page("", 0)))
        .extracting(Person::name)
        .containsExactly("Ada", "Bakyt", "Olga", "Aigul Asanova");
    assertThat(office.within(() -> people.page("ASAN", 0)))
        .extracting(Person::id)
        .containsExactly(Office.AIGUL);
    assertThat(office.within(() -> people.page(staff.login(Staff.OTHER), 0))).hasSize(1);
    assertThat(office.within(() -> people.page("%", 0))).isEmpty();
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
}
