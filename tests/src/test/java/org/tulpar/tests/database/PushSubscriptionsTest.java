package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.conversation.push.PushAddress;
import org.tulpar.conversation.push.PushRefused;
import org.tulpar.conversation.push.PushSubscriptions;
import org.tulpar.identity.OpenBrowsers;
import org.tulpar.identity.SignedIn;

/** Which browsers are told while Tulpar is closed, and with what that ends. */
class PushSubscriptionsTest {

  private static final String KEPT = "select endpoint from push_subscription order by id";
  private static final String START = "https://push.example.org/";

  private final Staff staff = new Staff();
  private final Office office = staff.office;
  private final PushSubscriptions subscriptions = office.get(PushSubscriptions.class);
  private final OpenBrowsers browsers = office.get(OpenBrowsers.class);

  private SignedIn ada;
  private long desk;
  private long phone;

  @BeforeEach
  void prepare() throws SQLException {
    staff.prepare();
    ada = staff.welcomed(staff.login(Staff.ADMIN), "secret of old");
    desk = staff.opens(ada);
    phone = staff.opens(ada);
    begin(desk, "desk");
    begin(phone, "phone");
  }

  @AfterEach
  void close() {
    staff.close();
  }

  @Test
  void whoAsksForItHearsOfIt() {
    assertThat(office.texts(KEPT)).containsExactly(START + "desk", START + "phone");
    assertThat(office.text("select notify_browser::text from users where id = 11"))
        .isEqualTo("true");
  }

  @Test
  void theSameBrowserUnderAnotherSignInIsOneStill() throws SQLException {
    office.change("update users set notify_browser = false where id = 11");
    var again = staff.opens(ada);
    office.run(() -> subscriptions.renew(Staff.ADMIN, again, ScriptedPush.at("desk")));
    staff.browsers.forget(ada, desk);
    assertThat(office.texts(KEPT)).containsExactly(START + "desk", START + "phone");
    assertThat(office.text("select notify_browser::text from users where id = 11"))
        .as("as she left it")
        .isEqualTo("false");
  }

  @Test
  void whoTakesOverABrowserIsTheOnlyOneToBeToldThere() {
    var olga = staff.welcomed(staff.login(Staff.OTHER), "secret of old");
    var theirs = staff.opens(olga);
    begin(Staff.OTHER, theirs, "desk");
    assertThat(office.texts("select user_id || ' ' || endpoint from push_subscription order by id"))
        .containsExactly(Staff.ADMIN + " " + START + "phone", Staff.OTHER + " " + START + "desk");
  }

  @Test
  void whoSignsOutIsToldNoMoreThere() {
    staff.browsers.forget(ada, desk);
    assertThat(office.texts(KEPT)).containsExactly(START + "phone");
    office.run(() -> browsers.endOthers(Staff.ADMIN, OpenBrowsers.NONE, Staff.ADMIN));
    assertThat(office.texts(KEPT)).isEmpty();
  }

  @Test
  void whoIsSwitchedOffIsToldNoMore() {
    office.run(() -> staff.people.switchOff(Staff.ADMIN, false, Staff.OTHER));
    assertThat(office.texts(KEPT)).isEmpty();
  }

  @Test
  void anotherPasswordEndsIt() {
    office.run(() -> staff.people.reset(Staff.ADMIN, Staff.OTHER));
    assertThat(office.texts(KEPT)).isEmpty();
  }

  @Test
  void nobodyEndsOrTakesWhatIsAnothers() throws SQLException {
    office.run(() -> subscriptions.end(Staff.OTHER, START + "desk"));
    assertThatThrownBy(() -> begin(Staff.OTHER, desk, "theirs")).isInstanceOf(PushRefused.class);
    try (var stranger = new Office()) {
      stranger.prepare();
      var theirs = stranger.get(PushSubscriptions.class);
      stranger.run(() -> theirs.end(Staff.ADMIN, START + "desk"));
      assertThatThrownBy(
              () -> stranger.run(() -> theirs.begin(Staff.ADMIN, desk, ScriptedPush.at("theirs"))))
          .isInstanceOf(PushRefused.class);
      assertThat(stranger.texts(KEPT)).isEmpty();
    }
    assertThat(office.texts(KEPT)).containsExactly(START + "desk", START + "phone");
    office.run(() -> subscriptions.end(Staff.ADMIN, START + "desk"));
    assertThat(office.texts(KEPT)).containsExactly(START + "phone");
  }

  @Test
  void withOneTooManyTheOldestGoes() {
    for (int i = 1; i < PushSubscriptions.MOST; i++) {
      begin(desk, "n" + i);
    }
    assertThat(office.texts(KEPT))
        .hasSize(PushSubscriptions.MOST)
        .doesNotContain(START + "desk")
        .contains(START + "phone", START + "n19");
  }

  @Test
  void whatIsNoAddressIsRefusedWithItsSentence() {
    assertThatThrownBy(
            () ->
                office.run(
                    () ->
                        subscriptions.begin(
                            Staff.ADMIN, desk, new PushAddress("http://10.0.0.1", "k", "s"))))
        .isInstanceOfSatisfying(
            PushRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("refused.push.address"));
    assertThatThrownBy(() -> begin(Staff.ADMIN, OpenBrowsers.NONE, "nowhere"))
        .isInstanceOfSatisfying(
            PushRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("refused.push.signed_out"));
    assertThat(office.texts(KEPT)).isEqualTo(List.of(START + "desk", START + "phone"));
  }

  private void begin(long browser, String name) {
    begin(Staff.ADMIN, browser, name);
  }

  private void begin(long person, long browser, String name) {
    office.run(() -> subscriptions.begin(person, browser, ScriptedPush.at(name)));
  }
}
