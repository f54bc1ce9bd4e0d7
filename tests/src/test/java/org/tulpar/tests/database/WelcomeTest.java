package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.conversation.welcome.Welcome;
import org.tulpar.conversation.welcome.Welcome.WelcomeRefused;
import org.tulpar.conversation.welcome.WelcomeStep;
import org.tulpar.tenant.OrganizationProfile;

/** A step is done when its fact is there, against the database as it is. */
class WelcomeTest {

  @RegisterExtension final Office office = new Office();
  private final Welcome welcome = office.get(Welcome.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One");
    office.change("update users set active = false where id = 2 and organization_id = :o");
  }

  @Test
  void nothingIsDoneWhereNothingIsThere() {
    assertThat(progress().done()).isEmpty();
    assertThat(progress().next()).isEqualTo(WelcomeStep.COMPANY);
    assertThat(progress().shown()).isTrue();
  }

  @Test
  void eachStepIsDoneByItsFactAndUndoneWithoutIt() throws SQLException {
    office.run(
        () ->
            office
                .get(OrganizationProfile.class)
                .change(
                    new OrganizationProfile.Facts(
                        "Silk Road", Locale.ENGLISH, ZoneId.of("Asia/Bishkek"), "EUR"),
                    Office.AIGUL));
    assertThat(progress().done()).containsExactly(WelcomeStep.COMPANY);
    office.change("update channel set connection_state = 'OPEN' where organization_id = :o");
    assertThat(progress().has(WelcomeStep.CHANNEL)).isTrue();
    office.change(
        "insert into product (organization_id, id, type, name, example) values (:o, 1, 'TOUR', 'T', true)");
    assertThat(progress().has(WelcomeStep.PRICES)).as("an example is no offer").isFalse();
    office.change("update product set example = false where organization_id = :o");
    assertThat(progress().has(WelcomeStep.PRICES)).isTrue();
    office.change(
        "insert into working_hours (organization_id, weekday, opens_at, closes_at) values (:o, 1, '09:00', '18:00')");
    assertThat(progress().has(WelcomeStep.HOURS)).isTrue();
    office.change("update users set active = true where id = 2 and organization_id = :o");
    assertThat(progress().has(WelcomeStep.PEOPLE)).isTrue();
    office.change("update conversation set answered_at = now() where organization_id = :o");
    assertThat(progress().has(WelcomeStep.ANSWER)).isTrue();
    assertThat(progress().next()).isEqualTo(WelcomeStep.LIVE);
    office.change("update channel set connection_state = 'CLOSED' where organization_id = :o");
    assertThat(progress().next()).isEqualTo(WelcomeStep.CHANNEL);
  }

  @Test
  void whoMayConnectAChannelIsNamedUntilThereIsOne() throws SQLException {
    assertThat(office.within(welcome::unconnected)).isEmpty();
    office.change(
        "update users set role = 'ORG_ADMIN' where id in (1, 2) and organization_id = :o");
    office.change("delete from conversation where organization_id = :o");
    office.change("delete from channel where organization_id = :o");
    assertThat(office.within(welcome::unconnected))
        .hasValueSatisfying(names -> assertThat(names).containsExactly("Aigul Asanova"));
  }

  @Test
  void nobodyGoesLiveBeforeClientsCanWrite() throws SQLException {
    assertThatThrownBy(() -> office.run(() -> welcome.goLive(Office.AIGUL)))
        .isInstanceOf(WelcomeRefused.class);
    office.change("update channel set connection_state = 'OPEN' where organization_id = :o");
    office.run(() -> welcome.goLive(Office.AIGUL));
    assertThat(progress().has(WelcomeStep.LIVE)).isTrue();
    assertThat(progress().shown()).isFalse();
    assertThat(office.texts("select type from audit_event")).containsExactly("organization.live");
  }

  @Test
  void whatIsDismissedIsResumed() throws SQLException {
    office.run(welcome::dismiss);
    assertThat(progress().shown()).isFalse();
    office.run(welcome::resume);
    assertThat(progress().shown()).isTrue();
    try (var other = new Office()) {
      other.prepare();
      other.run(other.get(Welcome.class)::dismiss);
      assertThat(progress().shown()).isTrue();
    }
  }

  private Welcome.Progress progress() {
    return office.within(welcome::progress);
  }
}
