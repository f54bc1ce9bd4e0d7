package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.identity.people.OwnPassword;
import org.tulpar.identity.people.PersonChanged;

/** The passwords people come in with: given once, set, changed and forgotten. */
class PasswordsTest {

  private static final String OWN = "three words in a row";

  @RegisterExtension final Staff staff = new Staff();
  private final Office office = staff.office;
  private final OwnPassword own = office.get(OwnPassword.class);

  @Test
  void whoIsInvitedComesInWithAOneTimePasswordAndSetsAnother() {
    var admitted = staff.invite("nurlan-" + office.organization());
    var first = staff.welcomed(admitted.login(), admitted.password());
    assertThat(first.oneTime()).isTrue();
    var settled = office.within(() -> own.setFirst(first, OWN.toCharArray()));
    assertThat(settled.oneTime()).isFalse();
    assertThat(staff.welcomed(admitted.login(), OWN)).isEqualTo(settled);
    assertThat(staff.attempt(admitted.login(), admitted.password()))
        .isInstanceOf(SignInAnswer.Wrong.class);
    assertThat(staff.done())
        .containsExactly("user.created " + Staff.ADMIN, "user.password_changed " + admitted.id());
  }

  @Test
  void aOneTimePasswordThatWasNotUsedInTimeOpensNothing() throws SQLException {
    var admitted = staff.invite("late-" + office.organization());
    office.change("update users set password_until = now() where id = " + admitted.id());
    assertThat(staff.attempt(admitted.login(), admitted.password()))
        .isInstanceOf(SignInAnswer.Wrong.class);
  }

  @Test
  void theOneTimePasswordIsNotOnesOwn() {
    var admitted = staff.invite("same-" + office.organization());
    var first = staff.welcomed(admitted.login(), admitted.password());
    staff.assertRefused(
        "password_same", () -> own.setFirst(first, admitted.password().toCharArray()));
  }

  @Test
  void whoHasAPasswordOfTheirOwnChangesItOnlyByShowingIt() {
    var ada = staff.welcomed(staff.login(Staff.ADMIN), "secret of old");
    staff.assertRefused("unknown", () -> own.setFirst(ada, OWN.toCharArray()));
    staff.assertRefused(
        "password_wrong",
        () -> own.change(ada, "guess".toCharArray(), OWN.toCharArray(), "127.0.0.1"));
  }

  @Test
  void anotherPasswordEndsWhatTheOneBeforeHasOpened() {
    var ada = staff.welcomed(staff.login(Staff.ADMIN), "secret of old");
    var before = staff.opens(ada);
    var remembered = staff.browsers.remember(ada, before);
    var changed =
        office.within(
            () -> own.change(ada, "secret of old".toCharArray(), OWN.toCharArray(), "127.0.0.1"));
    assertThat(staff.browsers.recognize(remembered)).isEmpty();
    assertThat(staff.signIn.stillIn(office.organization(), Staff.ADMIN, before)).isEmpty();
    var after = staff.opens(changed);
    assertThat(
            staff
                .signIn
                .stillIn(office.organization(), Staff.ADMIN, after)
                .orElseThrow()
                .passwordAt())
        .isEqualTo(changed.passwordAt())
        .isNotEqualTo(ada.passwordAt());
    assertThat(office.fired()).contains(new PersonChanged(office.organization(), Staff.ADMIN));
  }

  @ParameterizedTest
  @CsvSource({"short, password_short", "aaaaaaaaaaaaaaa, password_weak"})
  void aPasswordThatIsGuessedAtOnceIsRefused(String typed, String reason) {
    var admitted = staff.invite("weak-" + office.organization());
    var first = staff.welcomed(admitted.login(), admitted.password());
    staff.assertRefused(reason, () -> own.setFirst(first, typed.toCharArray()));
    staff.assertRefused(
        "password_weak", () -> own.setFirst(first, ("1" + admitted.login()).toCharArray()));
  }

  @Test
  void aNewPasswordTakesThePlaceOfAForgottenOne() {
    var admitted = office.within(() -> staff.people.reset(Staff.OTHER, Staff.ADMIN));
    assertThat(staff.attempt(staff.login(Staff.OTHER), "secret of old"))
        .isInstanceOf(SignInAnswer.Wrong.class);
    assertThat(staff.welcomed(staff.login(Staff.OTHER), admitted.password()).oneTime()).isTrue();
    assertThat(staff.person(Staff.OTHER).passwordUntil()).isNotNull();
  }
}
