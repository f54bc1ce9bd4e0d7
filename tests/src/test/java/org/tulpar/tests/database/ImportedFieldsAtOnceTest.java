package org.tulpar.tests.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.client.transfer.ClientImporter;
import org.tulpar.client.transfer.CompanyImporter;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.ImportRow;
import org.tulpar.transfer.ImportStatus;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.Importer;
import org.tulpar.transfer.RowProblem;

/** A choice gets another name while a file is worked off that knows it by the one before. */
class ImportedFieldsAtOnceTest {

  private static final ImportRow ROW =
      new ImportRow(1, List.of("Lotus", "Tourism"), "VALID", null, List.of());

  @RegisterExtension final Office office = new Office();

  @ParameterizedTest
  @CsvSource({"CLIENT, CLIENTS", "COMPANY, COMPANIES"})
  void aRowIsCheckedByTheNamesThatStandWhileItIsWritten(String bearer, ImportKind kind)
      throws Exception {
    office.change(
        "insert into custom_field (organization_id, id, bearer, name, type, choices) values (:o, 9, '%s', 'Branch', 'CHOICE', '{Tourism}')"
            .formatted(bearer));
    Importer importer =
        kind == ImportKind.CLIENTS
            ? office.get(ClientImporter.class)
            : office.get(CompanyImporter.class);
    try (var executor = Executors.newSingleThreadExecutor();
        var connection = Database.superuser();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(named("select 1 from custom_field where organization_id = :o for update"));
      Future<Optional<RowProblem>> problem =
          executor.submit(() -> office.within(() -> checked(importer, kind)));
      await().atMost(10, SECONDS).until(() -> problem.isDone() || Database.somebodyWaits());
      statement.execute(
          named("update custom_field set choices = '{Travel}' where organization_id = :o"));
      connection.commit();
      assertThat(problem.get(10, SECONDS)).contains(new RowProblem(1, "field_choice"));
    }
  }

  private static Optional<RowProblem> checked(Importer importer, ImportKind kind) {
    return importer.open(view(kind)).check(ROW);
  }

  private String named(String statement) {
    return statement.replace(":o", "'" + office.organization() + "'");
  }

  private static ImportView view(ImportKind kind) {
    return new ImportView(
        1,
        kind,
        "file.csv",
        ImportStatus.RUNNING,
        List.of("Name", "Branch"),
        List.of("name", "field:9"),
        true,
        false,
        1,
        1,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        "Aigul",
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
