package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.tenant.OrganizationProfile;
import org.tulpar.tenant.OrganizationProfile.Facts;
import org.tulpar.tenant.OrganizationProfile.OrganizationRefused;

/** What an organization says of itself, against the database as it is. */
class OrganizationProfileTest {

  private static final ZoneId BISHKEK = ZoneId.of("Asia/Bishkek");

  @RegisterExtension final Office office = new Office();
  private final OrganizationProfile profile = office.get(OrganizationProfile.class);

  @Test
  void itIsReadAsItWasWrittenAndByNobodyElse() throws SQLException {
    var facts = new Facts("Silk Road", Locale.ENGLISH, BISHKEK, "EUR");
    try (var other = new Office()) {
      other.prepare();
      office.run(() -> profile.change(facts, Office.AIGUL));
      assertThat(office.within(profile::read)).isEqualTo(facts);
      assertThat(other.within(() -> other.get(OrganizationProfile.class).read().name()))
          .isEqualTo("Test");
    }
    assertThat(office.text("select type || user_id from audit_event"))
        .isEqualTo("organization.changed1");
  }

  @Test
  void itsOwnCurrencyIsOfferedFirst() {
    office.run(
        () -> profile.change(new Facts("Silk Road", Locale.ENGLISH, BISHKEK, "UZS"), Office.AIGUL));
    assertThat(office.within(profile::currencies))
        .startsWith("UZS")
        .containsExactlyInAnyOrderElementsOf(OrganizationProfile.CURRENCIES);
  }

  @Test
  void aNameIsNeeded() {
    for (var name : new String[] {null, " ", "x".repeat(81)}) {
      assertRefused(new Facts(name, Locale.ENGLISH, BISHKEK, "EUR"));
    }
    assertRefused(new Facts("Silk Road", Locale.ENGLISH, BISHKEK, "XYZ"));
    assertThat(office.within(profile::read).name()).isEqualTo("Test");
  }

  private void assertRefused(Facts facts) {
    assertThatThrownBy(() -> office.run(() -> profile.change(facts, Office.AIGUL)))
        .isInstanceOf(OrganizationRefused.class);
  }
}
