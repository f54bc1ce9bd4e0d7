package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.identity.OpenBrowser;
import org.tulpar.identity.OpenBrowsers;
import org.tulpar.identity.SignedIn;
import org.tulpar.identity.people.PersonChanged;

/** Where people are signed in: what they see of it, and what ends with it. */
class OpenBrowsersTest {

  private final Staff staff = new Staff();
  private final Office office = staff.office;
  private final OpenBrowsers browsers = office.get(OpenBrowsers.class);

  private SignedIn ada;
  private long desk;
  private long phone;
  private String token;

  @BeforeEach
  void prepare() throws SQLException {
    staff.prepare();
    ada = staff.welcomed(staff.login(Staff.ADMIN), "secret of old");
    desk = staff.opens(ada);
    phone = staff.opens(ada);
    token = staff.browsers.remember(ada, phone);
  }

  @AfterEach
  void close() {
    staff.close();
  }

  @Test
  void aPersonSeesTheirOwn() {
    staff.opens(staff.welcomed(staff.login(Staff.OTHER), "secret of old"));
    assertThat(open())
        .extracting(OpenBrowser::id, OpenBrowser::address, OpenBrowser::remembered)
        .containsExactly(tuple(phone, "192.0.2.7", true), tuple(desk, "192.0.2.7", false));
  }

  @Test
  void oneThatIsEndedOpensNothingAndTheOtherStays() {
    office.run(() -> browsers.end(Staff.ADMIN, phone, Staff.ADMIN));
    assertThat(isIn(phone)).isFalse();
    assertThat(staff.browsers.recognize(token)).isEmpty();
    assertThat(isIn(desk)).isTrue();
    assertThat(open()).extracting(OpenBrowser::id).containsExactly(desk);
    assertThat(office.fired()).contains(new PersonChanged(office.organization(), Staff.ADMIN));
    assertThat(staff.done()).containsExactly("user.signed_out " + Staff.ADMIN);
  }

  @Test
  void aTokenThatIsExchangedStaysWithItsBrowser() {
    var next = staff.browsers.recognize(token).orElseThrow();
    assertThat(next.browser()).isEqualTo(phone);
    office.run(() -> browsers.endOthers(Staff.ADMIN, desk, Staff.ADMIN));
    assertThat(staff.browsers.recognize(next.nextToken())).isEmpty();
    assertThat(staff.browsers.recognize(token)).as("in its grace").isEmpty();
    assertThat(open()).extracting(OpenBrowser::id).containsExactly(desk);
  }

  @Test
  void anAdministratorEndsAllOfAPersonWhoIsSwitchedOffToo() throws SQLException {
    office.run(() -> staff.people.switchOff(Staff.ADMIN, false, Staff.OTHER));
    assertThat(open()).isEmpty();
    office.change(
        "insert into browser (organization_id, user_id, agent, address) values (:o, 11, '', '')");
    office.run(() -> browsers.endOthers(Staff.ADMIN, OpenBrowsers.NONE, Staff.OTHER));
    assertThat(open()).isEmpty();
    assertThat(staff.done())
        .containsExactly("user.switched_off " + Staff.OTHER, "user.signed_out " + Staff.OTHER);
  }

  @Test
  void nobodyEndsWhatIsAnothers() throws SQLException {
    office.run(() -> browsers.end(Staff.OTHER, desk, Staff.OTHER));
    try (var stranger = new Office()) {
      stranger.prepare();
      var theirs = stranger.get(OpenBrowsers.class);
      stranger.run(() -> theirs.end(Staff.ADMIN, desk, Office.AIGUL));
      stranger.run(() -> theirs.endOthers(Staff.ADMIN, OpenBrowsers.NONE, Office.AIGUL));
      assertThat(stranger.within(() -> theirs.of(Staff.ADMIN))).isEmpty();
    }
    assertThat(open()).hasSize(2);
    assertThat(staff.signIn.stillIn(office.organization(), Staff.OTHER, desk)).isEmpty();
    assertThat(staff.done()).isEmpty();
  }

  @Test
  void aSessionOfYesterdayIsShownNoMoreAndGoesWithTheNextSignIn() throws SQLException {
    office.change("update browser set seen_at = now() - interval '1 day' where user_id = 11");
    assertThat(open()).extracting(OpenBrowser::id).as("remembered").containsExactly(phone);
    var today = staff.opens(ada);
    assertThat(office.texts("select id::text from browser order by id"))
        .containsExactly("" + phone, "" + today);
    office.change("update remember_me set expires_at = now() - interval '1 minute'");
    assertThat(open()).extracting(OpenBrowser::id).containsExactly(today);
  }

  @Test
  void itIsNotedWhenOneIsSeen() throws SQLException {
    office.change("update browser set seen_at = now() - interval '1 hour' where user_id = 11");
    assertThat(isIn(desk)).isTrue();
    assertThat(open()).extracting(OpenBrowser::id).containsExactly(desk, phone);
  }

  /** Among the browsers of many people a person's own are found by an index. */
  @Test
  void theListIsReadFromAnIndex() throws SQLException {
    office.change(
        "insert into users (organization_id, id, login, password_hash, name, role) select :o, 1000 + n, 'many-' || n || :o, '', 'P', 'MANAGER' from generate_series(1, 1000) n");
    office.change(
        "insert into browser (organization_id, user_id, agent, address, seen_at) select :o, 1000 + n % 1000 + 1, 'x', 'y', now() - interval '1 minute' * n from generate_series(1, 30000) n");
    office.change("analyze browser");
    var plan =
        String.join(
            "\n",
            office.texts(
                "explain select * from browser b where b.user_id = 1500 order by b.seen_at desc, b.id desc limit 50"));
    assertThat(plan).contains("browser_user").doesNotContain("Seq Scan");
  }

  private List<OpenBrowser> open() {
    return office.within(() -> browsers.of(Staff.ADMIN));
  }

  private boolean isIn(long browser) {
    return staff.signIn.stillIn(office.organization(), Staff.ADMIN, browser).isPresent();
  }
}
