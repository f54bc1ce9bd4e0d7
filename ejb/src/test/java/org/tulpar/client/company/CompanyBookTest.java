package org.tulpar.client.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.list.Sum;

/** Companies, against the database as it is. */
class CompanyBookTest {

  private final TestedCompanies companies = new TestedCompanies();
  private final TestedDatabase database = companies.database;
  private final CompanyBook book = companies.book;

  CompanyBookTest() throws SQLException {}

  @Test
  void aCompanyTellsItsClientsAndWhatIsOpenWithThemInEachCurrency() throws SQLException {
    var lotus = companies.add("Лотос");
    var empty = companies.add("Астра");
    companies.funnel();
    companies.client(10, lotus);
    companies.client(11, lotus);
    companies.client(12, lotus);
    database.write("update client set merged_into_id = 11 where organization_id = ? and id = 12");
    companies.deal(1, 10, 1, "1500.50", "KGS");
    companies.deal(2, 11, 1, "500", "KGS");
    companies.deal(3, 11, 1, "20", "USD");
    companies.deal(4, 11, 1, null, null);
    companies.deal(5, 11, 2, "9000", "KGS");
    var rows = database.within(() -> book.first(CompanyFilter.ALL)).rows();
    assertThat(rows).extracting(Company::id).containsExactly(empty, lotus);
    assertThat(rows.getFirst().sums()).isEmpty();
    var row = rows.getLast();
    assertThat(row.clients()).isEqualTo(2);
    assertThat(row.deals()).isEqualTo(4);
    assertThat(row.sums())
        .containsExactly(
            new Sum(new BigDecimal("2000.50"), "KGS"), new Sum(new BigDecimal("20.00"), "USD"));
    assertThat(database.within(() -> book.byId(lotus))).contains(row);
    assertThat(database.within(() -> book.deals(lotus)))
        .extracting(CompanyDeal::id)
        .containsExactly(4L, 3L, 2L, 1L, 5L);
  }

  @Test
  void aNameStandsOnceInAnyCase() {
    var lotus = companies.add("Лотос");
    var aster = companies.add("Астра");
    assertThatThrownBy(() -> companies.add("лотос")).hasMessage("company_taken");
    assertThatThrownBy(() -> companies.save(aster, "ЛОТОС", 0)).hasMessage("company_taken");
    assertThatThrownBy(() -> companies.save(aster, "  ", 0)).hasMessage("company_name");
    companies.save(lotus, "ЛОТОС", 0);
    assertThat(database.within(() -> book.byId(lotus)).orElseThrow().name()).isEqualTo("ЛОТОС");
  }

  @Test
  void ofTwoWhoSaveOneCompanyTheSecondIsTold() {
    var lotus = companies.add("Лотос");
    companies.save(lotus, "Лотос-тур", 0);
    assertThatThrownBy(() -> companies.save(lotus, "Лотос-сервис", 0))
        .isInstanceOf(CompanyChanged.class);
  }

  @Test
  void whoeverWorksThereIsFoundByTheNewNameAndNotByTheOld() throws SQLException {
    var lotus = companies.add("Лотос");
    companies.client(10, lotus);
    companies.save(lotus, "Эдельвейс Тревел", 0);
    assertThat(companies.found("трев")).containsExactly("Эдельвейс Тревел");
    assertThat(companies.found("лотос")).isEmpty();
    assertThat(companies.clientsBy("эдельвейс")).containsExactly("10");
    assertThat(companies.clientsBy("лотос")).isEmpty();
  }

  @Test
  void onlyACompanyThatNoCardNamesIsRemoved() throws SQLException {
    var lotus = companies.add("Лотос");
    companies.client(10, lotus);
    assertThatThrownBy(() -> companies.remove(lotus)).hasMessage("company_used");
    database.write("update client set company_id = null where organization_id = ? and id = 10");
    companies.remove(lotus);
    assertThat(database.within(() -> book.byId(lotus))).isEmpty();
  }

  @Test
  void aNameBegunIsCompletedAndNothingIsNot() {
    var lotus = companies.add("Лотос Тур");
    companies.add("Астра");
    assertThat(companies.names("лот")).containsExactly("Лотос Тур");
    assertThat(database.within(() -> book.few(new CompanyFilter("тур"), 5)))
        .containsExactly(new CompanyBook.Named(lotus, "Лотос Тур"));
    assertThat(database.within(() -> book.few(CompanyFilter.ALL, 1))).hasSize(1);
    assertThat(companies.names("")).isEmpty();
    assertThat(companies.names("%")).isEmpty();
  }

  @Test
  void anotherOrganizationHasNone() throws SQLException {
    companies.add("Лотос");
    var other = TestedDatabase.ofNewOrganization();
    book.rows.sql = other.sql();
    assertThat(other.within(() -> book.first(CompanyFilter.ALL)).rows()).isEmpty();
    assertThat(other.within(() -> book.names(new CompanyFilter("лотос")))).isEmpty();
  }
}
