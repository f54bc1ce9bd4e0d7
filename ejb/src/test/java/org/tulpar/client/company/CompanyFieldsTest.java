package org.tulpar.client.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.tenant.TestedDatabase;

/** The fields that an organization adds to its companies, beside those of its clients. */
class CompanyFieldsTest {

  private final TestedCompanies companies = new TestedCompanies();
  private final TestedDatabase database = companies.database;
  private final CompanyBook book = companies.book;

  CompanyFieldsTest() throws SQLException {}

  @Test
  void aFieldIsOfTheClientsOrOfTheCompaniesAndEitherMayBearItsName() {
    companies.field("Город", CustomFieldType.TEXT, null);
    database.doing(() -> companies.fields.add(Bearer.CLIENT, "город", CustomFieldType.DATE, null));
    assertThat(names(Bearer.COMPANY)).containsExactly("Город");
    assertThat(names(Bearer.CLIENT)).containsExactly("город");
    assertThatThrownBy(() -> companies.field("ГОРОД", CustomFieldType.TEXT, null))
        .hasMessage("field_taken");
  }

  @Test
  void whatIsSavedIsHeldAsItsTypeAndTheAuditKeepsWhoDidIt() throws SQLException {
    var city = companies.field("Город", CustomFieldType.TEXT, null);
    var staff = companies.field("Людей", CustomFieldType.NUMBER, null);
    var lotus = companies.holding("Лотос", Map.of(city, " Ош ", staff, "1 500,50"));
    assertThat(companies.held(lotus)).isEqualTo(Map.of(city, "Ош", staff, "1500.5"));
    saves(lotus, 0, Map.of(city, " "));
    assertThat(companies.held(lotus)).isEqualTo(Map.of(staff, "1500.5"));
    assertThatThrownBy(() -> saves(lotus, 1, Map.of(staff, "много"))).hasMessage("field_number");
    assertThatThrownBy(() -> saves(lotus, 0, Map.of(staff, "7")))
        .isInstanceOf(CompanyChanged.class);
    assertThat(companies.held(lotus)).isEqualTo(Map.of(staff, "1500.5"));
    assertThat(
            database.look(
                "select type from audit_event where organization_id = ? and data ->> 'company' = ?"
                    + " order by id",
                Long.toString(lotus)))
        .containsExactly("company.created", "company.edited");
  }

  @Test
  void anArchivedFieldIsNotFilledAndKeepsWhatItHeld() {
    var city = companies.field("Город", CustomFieldType.TEXT, null);
    var lotus = companies.holding("Лотос", Map.of(city, "Ош"));
    database.doing(() -> companies.fields.archive(city));
    saves(lotus, 0, Map.of(city, "Бишкек"));
    assertThat(companies.held(lotus)).isEqualTo(Map.of(city, "Ош"));
    assertThat(database.within(() -> companies.fields.active(Bearer.COMPANY))).isEmpty();
  }

  @Test
  void theListIsNarrowedByUpToThreeFieldsAtOnce() {
    var branch = companies.field("Отрасль", CustomFieldType.CHOICE, "Туризм\nСвязь");
    var paying = companies.field("Платит", CustomFieldType.FLAG, null);
    var size = companies.field("Размер", CustomFieldType.CHOICE, "S\nL");
    var vip = companies.field("Важная", CustomFieldType.FLAG, null);
    var lotus = new HashMap<>(Map.of(branch, "Туризм", paying, "да", size, "L", vip, "нет"));
    companies.holding("Лотос", lotus);
    companies.holding("Астра", Map.of(branch, "Туризм", paying, "да", size, "S", vip, "да"));
    companies.holding("Роза", Map.of(branch, "Связь", paying, "нет"));
    companies.add("Кедр");
    var tourism = "field=" + branch + ":Туризм";
    assertThat(companies.narrowed(tourism)).containsExactly("Астра", "Лотос");
    assertThat(companies.narrowed("field=" + paying + ":false")).containsExactly("Роза");
    var paid = tourism + "&field=" + paying + ":true";
    assertThat(companies.narrowed(paid)).containsExactly("Астра", "Лотос");
    var large = paid + "&field=" + size + ":L";
    assertThat(companies.narrowed(large)).containsExactly("Лотос");
    assertThat(companies.narrowed(large + "&field=" + vip + ":true"))
        .as("a fourth one is not asked for")
        .containsExactly("Лотос");
    assertThat(companies.narrowed("field=" + branch + ":Рыба&field=x:y")).hasSize(4);
    database.doing(() -> companies.fields.archive(size));
    assertThat(companies.narrowed(large)).containsExactly("Астра", "Лотос");
  }

  @Test
  void theListIsNarrowedByWhereADayOrANumberLies() {
    var until = companies.field("Договор до", CustomFieldType.DATE, null);
    var staff = companies.field("Людей", CustomFieldType.NUMBER, null);
    companies.holding("Лотос", Map.of(until, "31.01.2026", staff, "1 500,5"));
    companies.holding("Астра", Map.of(until, "2026-12-31", staff, "20"));
    companies.add("Кедр");
    assertThat(companies.narrowed("field=" + until + "_2026-01-31_2026-12-30"))
        .containsExactly("Лотос");
    assertThat(companies.narrowed("field=" + until + "_2026-02-01_")).containsExactly("Астра");
    assertThat(companies.narrowed("field=" + until + "_2026-12-31_2026-01-31")).isEmpty();
    assertThat(companies.narrowed("number=" + staff + "&least=1 500,5")).containsExactly("Лотос");
    assertThat(companies.narrowed("day=" + until + "&from=2026-01-31&to=x"))
        .containsExactly("Астра", "Лотос");
    assertThat(companies.narrowed("field=" + until + "_1_2000&field=" + staff + "_2026-01-01_"))
        .hasSize(3);
    var both = "field=" + until + "__2026-12-31&field=" + staff + "__20";
    assertThat(companies.narrowed(both)).containsExactly("Астра");
    database.doing(() -> companies.fields.archive(staff));
    assertThat(companies.narrowed(both)).containsExactly("Астра", "Лотос");
  }

  @Test
  void withACompanyGoesWhatItHeldAndComesBackWithIt() throws SQLException {
    var city = companies.field("Город", CustomFieldType.TEXT, null);
    var size = companies.field("Размер", CustomFieldType.CHOICE, "S\nL");
    var lotus = companies.holding("Лотос", Map.of(city, "Ош", size, "S"));
    var held = companies.held(lotus);
    database.doing(() -> companies.fields.archive(city));
    companies.remove(lotus);
    assertThat(database.look("select 1 from company_value where organization_id = ?")).isEmpty();
    database.doing(
        () ->
            book.addAgain(
                new CompanyEdit("Лотос", null, held, 0), List.of(), TestedCompanies.ADMIN));
    var again = database.within(() -> book.first(CompanyFilter.ALL)).rows().getFirst();
    assertThat(again.values()).isEqualTo(Map.of(city, "Ош", size, "S"));
  }

  @Test
  void aChoiceIsCalledAnewWhereItWasChosenAndStaysWhileACompanyHasIt() {
    var size = companies.field("Размер", CustomFieldType.CHOICE, "S\nL");
    var lotus = companies.holding("Лотос", Map.of(size, "S"));
    assertThatThrownBy(() -> database.doing(() -> companies.fields.removeChoice(size, "S")))
        .hasMessage("field_choice_used_companies");
    var seen = database.within(() -> companies.fields.all(Bearer.COMPANY)).getFirst();
    database.doing(() -> companies.fields.change(seen, "Размер", List.of("Малый", "L")));
    assertThat(companies.held(lotus)).isEqualTo(Map.of(size, "Малый"));
    database.doing(() -> companies.fields.removeChoice(size, "L"));
  }

  private List<String> names(Bearer bearer) {
    return database.within(() -> companies.fields.all(bearer)).stream()
        .map(CustomField::name)
        .toList();
  }

  private void saves(long company, int version, Map<Long, String> values) {
    database.doing(
        () ->
            book.save(
                company, new CompanyEdit("Лотос", null, values, version), TestedCompanies.ADMIN));
  }
}
