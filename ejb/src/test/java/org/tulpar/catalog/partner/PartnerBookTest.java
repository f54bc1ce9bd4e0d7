package org.tulpar.catalog.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.catalog.CatalogChanged;
import org.tulpar.catalog.Offered;
import org.tulpar.tenant.TestedDatabase;

/** Partners, against the database as it is. */
class PartnerBookTest {

  private static final long ADMIN = 2;
  private static final PartnerFilter ALL = new PartnerFilter("", false);

  private TestedDatabase database;
  private PartnerBook book;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    book = TestedPartners.book(database);
  }

  @Test
  void a_partner_has_contacts_and_a_share() {
    var id = add("Караван", "12,5");
    var partner = database.within(() -> book.byId(id)).orElseThrow();
    assertThat(partner.commission()).isEqualTo("12.50");
    assertThat(partner.phone()).isEqualTo("996555000001");
    assertThatThrownBy(() -> add("Другой", "120")).hasMessage("percent");
  }

  @Test
  void a_name_stands_once_in_any_case() {
    add("Караван", null);
    var other = add("Тянь-Шань", null);
    assertThatThrownBy(() -> add("караван", null)).hasMessage("partner_taken");
    assertThatThrownBy(() -> save(other, "КАРАВАН", 0)).hasMessage("partner_taken");
  }

  @Test
  void of_two_who_save_one_partner_the_second_is_told() {
    var id = add("Караван", null);
    save(id, "Караван плюс", 0);
    assertThatThrownBy(() -> save(id, "Караван минус", 0)).isInstanceOf(CatalogChanged.class);
  }

  @Test
  void partners_are_found_by_words_and_another_organization_finds_none() throws SQLException {
    add("Караван-сарай", null);
    for (var search : List.of("сарай", "айбек", "кара", "a@mail")) {
      assertThat(database.within(() -> book.first(new PartnerFilter(search, false))).rows())
          .as(search)
          .hasSize(1);
    }
    add("Тянь-Шань", null);
    assertThat(database.within(() -> book.few(new PartnerFilter("кар", false), 5)))
        .extracting(Offered::name)
        .containsExactly("Караван-сарай");
    assertThat(database.within(() -> book.few(ALL, 1))).hasSize(1);
    var other = TestedDatabase.ofNewOrganization();
    assertThat(other.within(() -> TestedPartners.book(other).first(ALL)).rows()).isEmpty();
    assertThat(database.within(() -> book.count(ALL))).isEqualTo(2);
  }

  private long add(String name, String share) {
    return database.within(() -> book.add(edit(name, share, 0), ADMIN));
  }

  private void save(long id, String name, int version) {
    database.doing(() -> book.save(id, edit(name, null, version), ADMIN));
  }

  private static PartnerEdit edit(String name, String share, int version) {
    return new PartnerEdit(
        name, "Айбек", "+996 555 000 001", "a@mail.com", null, share, true, version);
  }
}
