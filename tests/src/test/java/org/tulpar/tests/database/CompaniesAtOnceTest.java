package org.tulpar.tests.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.client.company.CompanyBook;
import org.tulpar.client.company.CompanyChanged;
import org.tulpar.client.company.CompanyEdit;
import org.tulpar.client.field.ClientRefused;

/** Two people change companies in the same moment: the second is told what to do, and why. */
class CompaniesAtOnceTest {

  // No number that the sequence gives in this run: an insert that meets one waits for nobody.
  private static final long LOTUS = 900_000_001;
  private static final long ASTER = 900_000_002;

  @RegisterExtension final Office office = new Office();
  private final CompanyBook book = office.get(CompanyBook.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.change(
        "insert into company (organization_id, id, name) values (:o, 900000001, 'Lotus'), (:o, 900000002, 'Aster')");
  }

  @Test
  void whoGivesACompanyTheNameThatAnotherGetsInThisMomentIsTold() throws Exception {
    assertThat(
            meanwhile(
                "update company set name = 'Rose', version = 1 where organization_id = :o and id = 900000001",
                () -> book.save(ASTER, new CompanyEdit("ROSE", null, Map.of(), 0), Office.AIGUL)))
        .isInstanceOf(ClientRefused.class)
        .hasMessage("company_taken");
    assertThat(office.texts("select name from company order by id"))
        .containsExactly("Rose", "Aster");
  }

  @Test
  void whoAddsACompanyThatAnotherAddsInThisMomentIsTold() throws Exception {
    assertThat(
            meanwhile(
                "insert into company (organization_id, id, name) values (:o, 900000003, 'Rose')",
                () -> book.add(new CompanyEdit("rose", null, Map.of(), 0), Office.AIGUL)))
        .isInstanceOf(ClientRefused.class)
        .hasMessage("company_taken");
  }

  @Test
  void whoRenamesACompanyThatAnotherRenamesInThisMomentIsTold() throws Exception {
    assertThat(
            meanwhile(
                "update company set name = 'Rose', version = 1 where organization_id = :o and id = 900000001",
                () -> book.save(LOTUS, new CompanyEdit("Lily", null, Map.of(), 0), Office.AIGUL)))
        .isInstanceOf(CompanyChanged.class)
        .extracting(refusal -> ((CompanyChanged) refusal).code())
        .isEqualTo("refused.company_changed");
    assertThat(office.texts("select name from company order by id"))
        .containsExactly("Rose", "Aster");
  }

  @Test
  void aCompanyStaysWhereSomebodyIsPutInThisMoment() throws Exception {
    assertThat(
            meanwhile(
                "insert into client (organization_id, id, name, company_id) values (:o, 1, 'Anna', 900000001)",
                () -> book.remove(LOTUS, Office.AIGUL)))
        .isInstanceOf(ClientRefused.class)
        .hasMessage("company_used");
  }

  @Test
  void whoPutsATagOnACompanyThatIsRemovedInThisMomentIsTold() throws Exception {
    assertThat(
            meanwhile(
                "delete from company where organization_id = :o and id = 900000001",
                () -> book.tag(LOTUS, "VIP", Office.AIGUL)))
        .isInstanceOf(ClientRefused.class)
        .hasMessage("company_gone");
  }

  /** What is thrown at the second, who has to wait for the first. */
  private Throwable meanwhile(String first, Runnable second) throws Exception {
    try (var executor = Executors.newSingleThreadExecutor();
        var connection = Database.superuser();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeUpdate(first.replace(":o", "'" + office.organization() + "'"));
      var thrown = executor.submit(() -> catchThrowable(() -> office.run(second)));
      await().until(Database::somebodyWaits);
      connection.commit();
      return thrown.get(10, SECONDS);
    }
  }
}
