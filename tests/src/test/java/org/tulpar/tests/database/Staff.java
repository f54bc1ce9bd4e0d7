package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.tulpar.identity.RememberedBrowsers;
import org.tulpar.identity.Role;
import org.tulpar.identity.SignIn;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.identity.SignedIn;
import org.tulpar.identity.people.NewPerson;
import org.tulpar.identity.people.People;
import org.tulpar.identity.people.Person;
import org.tulpar.identity.people.PersonRefused;

/** An office with two administrators who come in with a password of old, and those they admit. */
final class Staff implements Prepared {

  static final long ADMIN = 11;
  static final long OTHER = 12;

  final Office office = new Office();
  final People people = office.get(People.class);
  final SignIn signIn = office.get(SignIn.class);
  final RememberedBrowsers browsers = office.get(RememberedBrowsers.class);

  @Override
  public void prepare() throws SQLException {
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

  @Override
  public void close() {
    office.close();
  }

  People.Admitted invite(String login) {
    return office.within(
        () ->
            people.invite(
                new NewPerson(
                    login, "Nurlan", Role.MANAGER, Locale.of("ru"), ZoneId.of("Asia/Bishkek")),
                ADMIN));
  }

  Person person(long id) {
    return office.within(() -> people.person(id)).orElseThrow();
  }

  String login(long id) {
    return office.organization() + "-" + id;
  }

  SignInAnswer attempt(String login, String password) {
    return signIn.attempt(login, password.toCharArray(), "127.0.0.1");
  }

  SignedIn welcomed(String login, String password) {
    return ((SignInAnswer.Welcome) attempt(login, password)).person();
  }

  /** A browser in which somebody is signed in from now on. */
  long opens(SignedIn person) {
    return browsers.open(person, "Mozilla/5.0 Firefox/140.0", "192.0.2.7");
  }

  List<String> done() {
    return office.texts(
        "select type || ' ' || user_id from audit_event where type like 'user.%' order by id");
  }

  /** For this reason, and as the page tells it. */
  void assertRefused(String reason, Runnable act) {
    assertThatThrownBy(() -> office.run(act))
        .isInstanceOfSatisfying(
            PersonRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("refused.person." + reason));
  }
}
