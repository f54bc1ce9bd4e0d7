package org.tulpar.client.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.TestedFields;
import org.tulpar.client.merge.MergePreview;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;

/** What two companies hold in fields of the organization's own, as one and as two again. */
class CompanyMergeFieldsTest {

  private final TestedCompanies companies = new TestedCompanies();
  private final TestedDatabase database = companies.database;
  private final CompanyMerge merge = new CompanyMerge();
  private long city;
  private long size;
  private long staff;
  private long lotus;
  private long aster;

  CompanyMergeFieldsTest() throws SQLException {}

  @BeforeEach
  void open() {
    merge.merges = new CompanyMerges();
    merge.merges.sql = database.sql();
    merge.fields = TestedFields.fields(database);
    merge.trail = TestedTrail.trail(database);
    city = companies.field("Город", CustomFieldType.TEXT, null);
    size = companies.field("Размер", CustomFieldType.CHOICE, "S\nL");
    staff = companies.field("Людей", CustomFieldType.NUMBER, null);
    lotus = companies.holding("Лотос", Map.of(city, "Ош", staff, "7,0"));
    aster = companies.holding("Астра", Map.of(city, "Нарын", size, "S", staff, "7"));
  }

  @Test
  void thePreviewSaysWhatTheOneOfBothHoldsAndWhatIsNotKept() {
    companies.field("Пустое", CustomFieldType.DATE, null);
    var rows = database.within(() -> merge.own(company(lotus), company(aster)));
    assertThat(rows)
        .extracting(
            MergePreview.Row::field, row -> row.becomes().plain(), MergePreview.Row::isLosing)
        .containsExactly(
            tuple("Город", "Ош", true), tuple("Размер", "S", false), tuple("Людей", "7", false));
  }

  @Test
  void whereTheSurvivorHeldNothingItHoldsWhatTheLoserDidAndPartedEachHoldsItsOwn() {
    var before = List.of(companies.held(lotus), companies.held(aster));
    var id = merge();
    assertThat(companies.held(lotus)).isEqualTo(Map.of(city, "Ош", size, "S", staff, "7"));
    undo(id);
    assertThat(List.of(companies.held(lotus), companies.held(aster))).isEqualTo(before);
  }

  @Test
  void whatSomebodyHasChangedSinceStays() {
    var id = merge();
    database.doing(
        () ->
            companies.book.save(
                lotus,
                new CompanyEdit("Лотос", null, Map.of(size, "L"), 1),
                TestedCompanies.ADMIN));
    undo(id);
    assertThat(companies.held(lotus)).containsEntry(size, "L");
    assertThat(companies.held(aster)).containsEntry(size, "S");
  }

  @Test
  void aChoiceThatIsCalledOtherwiseSinceComesBackByItsNewNameAndOneThatIsGoneDoesNot() {
    var id = merge();
    rename("Малый", "L");
    undo(id);
    assertThat(companies.held(aster)).containsEntry(size, "Малый");
    assertThat(companies.held(lotus)).doesNotContainKey(size);
    var again = merge();
    database.doing(
        () ->
            companies.book.save(
                lotus, new CompanyEdit("Лотос", null, Map.of(size, ""), 2), TestedCompanies.ADMIN));
    database.doing(() -> companies.fields.removeChoice(size, "Малый"));
    undo(again);
    assertThat(companies.held(aster)).isEqualTo(Map.of(city, "Нарын", staff, "7"));
  }

  private void rename(String... choices) {
    var seen =
        database.within(() -> companies.fields.all(Bearer.COMPANY)).stream()
            .filter(field -> field.id() == size)
            .findFirst()
            .orElseThrow();
    database.doing(() -> companies.fields.change(seen, "Размер", List.of(choices)));
  }

  private Company company(long id) {
    return companies.book.byId(id).orElseThrow();
  }

  private long merge() {
    return database.within(() -> merge.merge(lotus, aster, TestedCompanies.ADMIN));
  }

  private void undo(long id) {
    database.doing(() -> merge.undo(id, TestedCompanies.ADMIN));
  }
}
