package org.tulpar.catalog.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;

/** Partners into a file, against the database as it is. */
class PartnerExportTest {

  private static final long ADMIN = 2;
  private static final List<String> TITLES =
      List.of("Name", "Person", "Phone", "Email", "Share, %", "About");

  @Test
  void noCellIsAFormulaAndTheExportIsInTheTrail() throws SQLException {
    var database = TestedDatabase.ofNewOrganization();
    var export = new PartnerExport();
    export.partners = TestedPartners.partners(database);
    export.trail = TestedTrail.trail(database);
    database.write(
        "insert into partner (organization_id, id, name, phone, commission, about) values (?, 1,"
            + " '=HYPERLINK(\"http://x\")', '996555111222', 12.50, 'Платит; \"сразу\"')");
    database.write(
        "insert into partner (organization_id, id, name, active) values (?, 2, 'Бывший', false)");
    var out = new StringWriter();
    database.doing(() -> export.write(new PartnerFilter("", false), TITLES, ';', ADMIN, out));
    assertThat(out.toString().split("\r\n"))
        .containsExactly(
            "\uFEFF\"Name\";\"Person\";\"Phone\";\"Email\";\"Share, %\";\"About\"",
            "\"'=HYPERLINK(\"\"http://x\"\")\";\"\";\"'+996555111222\";\"\";\"12.5\";\"Платит;"
                + " \"\"сразу\"\"\"");
    assertThat(
            database.look(
                "select data->>'partners' from audit_event where organization_id = ? and type ="
                    + " 'partners.exported'"))
        .containsExactly("1");
  }
}
