package org.tulpar.client.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.field.TestedFields;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;

/** Two companies become one and two again, against the database as it is. */
class CompanyMergeTest {

  private static final long ADMIN = 2;
  private static final long LOTUS = 1;
  private static final long ASTER = 2;

  private TestedDatabase database;
  private final CompanyMerge merge = new CompanyMerge();

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    merge.merges = new CompanyMerges();
    merge.merges.sql = database.sql();
    merge.fields = TestedFields.fields(database);
    merge.trail = TestedTrail.trail(database);
    company(LOTUS, "Лотос Тур");
    company(ASTER, "Астра");
    database.write(
        "update company set about = 'Платит по счёту' where organization_id = ? and id = 2");
    client(10, LOTUS);
    client(11, ASTER);
    client(12, ASTER);
    database.write("update client set merged_into_id = 11 where organization_id = ? and id = 12");
  }

  @Test
  void whoeverWorkedForTheLoserWorksForTheSurvivorAndIsFoundByIt() throws SQLException {
    merge(LOTUS, ASTER);
    assertThat(companies()).containsExactly("1 Лотос Тур Платит по счёту");
    assertThat(employed()).containsExactly("10 1", "11 1", "12 1");
    assertThat(foundBy("лотос")).containsExactly("10", "11");
    assertThat(foundBy("астра")).isEmpty();
  }

  @Test
  void whoHasOpenedACardThatMovesIsToldWhenSavingIt() throws SQLException {
    var before = versions();
    merge(LOTUS, ASTER);
    assertThat(versions().getFirst()).isEqualTo(before.getFirst());
    assertThat(versions().get(1)).isNotEqualTo(before.get(1));
  }

  @Test
  void partedTheyAreWhatTheyWere() throws SQLException {
    var companies = companies();
    var employed = employed();
    var id = merge(LOTUS, ASTER);
    assertThat(database.within(() -> merge.merged(id))).contains("Астра");
    assertThat(undo(id)).isEqualTo(ASTER);
    assertThat(companies()).isEqualTo(companies);
    assertThat(employed()).isEqualTo(employed);
    assertThat(foundBy("астра")).containsExactly("11");
    assertThat(database.within(() -> merge.merged(id))).isEmpty();
    assertThatThrownBy(() -> undo(id)).hasMessage("company_undo");
    assertThat(
            database.look(
                "select type from audit_event where organization_id = ? and type like 'company.%'"
                    + " order by id"))
        .containsExactly("company.merged", "company.parted");
  }

  @Test
  void whatWasSaidAndWhoWentElsewhereMeanwhileStays() throws SQLException {
    var id = merge(LOTUS, ASTER);
    database.write("update company set about = 'Новое' where organization_id = ? and id = 1");
    company(3, "Роза");
    database.write("update client set company_id = 3 where organization_id = ? and id = 11");
    undo(id);
    assertThat(companies())
        .containsExactly("1 Лотос Тур Новое", "2 Астра Платит по счёту", "3 Роза ");
    assertThat(employed()).containsExactly("10 1", "11 3", "12 2");
  }

  @Test
  void theSurvivorBearsTheTagsOfBothAndPartedEachBearsItsOwn() throws SQLException {
    tags();
    var borne = borne();
    var id = merge(LOTUS, ASTER);
    assertThat(borne()).containsExactly("1 1", "1 2", "1 3");
    undo(id);
    assertThat(borne).containsExactly("1 1", "1 2", "2 2", "2 3");
    assertThat(borne()).isEqualTo(borne);
  }

  @Test
  void aTagThatCameMeanwhileStaysAndOneThatIsGoneDoesNotComeBack() throws SQLException {
    tags();
    var id = merge(LOTUS, ASTER);
    database.write(
        "insert into company_tag (organization_id, company_id, tag_id) values (?, 1, 4)");
    database.write("delete from tag where organization_id = ? and id = 3");
    undo(id);
    assertThat(borne()).containsExactly("1 1", "1 2", "1 4", "2 2");
  }

  /** One of the survivor, one of both, one of the loser, and one of nobody. */
  private void tags() throws SQLException {
    database.write(
        "insert into tag (organization_id, id, name) select ?, n, 'Метка ' || n from"
            + " generate_series(1, 4) n");
    database.write(
        "insert into company_tag (organization_id, company_id, tag_id) select ?, f, t from (values"
            + " (1, 1), (1, 2), (2, 2), (2, 3)) as x (f, t)");
  }

  private List<String> borne() throws SQLException {
    return database.look(
        "select company_id || ' ' || tag_id from company_tag where organization_id = ? order by 1");
  }

  @Test
  void aNameThatIsTakenMeanwhileDoesNotComeTwice() throws SQLException {
    var id = merge(LOTUS, ASTER);
    company(3, "АСТРА");
    assertThatThrownBy(() -> undo(id)).hasMessage("company_undo");
    assertThat(employed()).containsExactly("10 1", "11 1", "12 1");
    database.write("delete from company where organization_id = ? and id = 3");
    assertThat(undo(id)).isEqualTo(ASTER);
  }

  @Test
  void whatIsNotThereOrTheSameIsNotMerged() {
    assertThatThrownBy(() -> merge(LOTUS, LOTUS)).hasMessage("company_gone");
    assertThatThrownBy(() -> merge(LOTUS, 99)).hasMessage("company_gone");
    assertThatThrownBy(() -> merge(99, ASTER)).hasMessage("company_gone");
    assertThat(database.within(() -> merge.merged(99))).isEmpty();
  }

  @Test
  void afterAMonthItIsForgotten() throws SQLException {
    var id = merge(LOTUS, ASTER);
    database.write(
        "update company_merge set at = now() - interval '31 days' where organization_id = ?");
    company(3, "Роза");
    merge(LOTUS, 3);
    assertThat(database.within(() -> merge.merged(id))).isEmpty();
  }

  private long merge(long survivor, long loser) {
    return database.within(() -> merge.merge(survivor, loser, ADMIN));
  }

  private long undo(long id) {
    return database.within(() -> merge.undo(id, ADMIN));
  }

  private void company(long id, String name) throws SQLException {
    database.write("insert into company (organization_id, id, name) values (?, ?, ?)", id, name);
  }

  private void client(long id, long company) throws SQLException {
    database.write(
        "insert into client (organization_id, id, name, company_id) values (?, ?, 'Анна', ?)",
        id,
        company);
  }

  private List<String> companies() throws SQLException {
    return database.look(
        "select id || ' ' || name || ' ' || coalesce(about, '') from company where organization_id"
            + " = ? order by id");
  }

  private List<String> employed() throws SQLException {
    return database.look(
        "select id || ' ' || company_id from client where organization_id = ? order by id");
  }

  private List<String> versions() throws SQLException {
    return database.look("select version::text from client where organization_id = ? order by id");
  }

  private List<String> foundBy(String word) throws SQLException {
    return database.look(
        "select client_id::text from client_word where organization_id = ? and word = ? order by 1",
        word);
  }
}
