package org.tulpar.client.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.field.TestedFields;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;

/** Companies into a file, against the database as it is. */
class CompanyExportTest {

  private static final long ADMIN = 2;
  private static final List<String> TITLES =
      List.of("Name", "About", "Tags", "Clients", "Open", "Amount", "Currency");

  private TestedDatabase database;
  private final CompanyExport export = new CompanyExport();

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    export.rows = new CompanyRows();
    export.rows.sql = database.sql();
    export.fields = TestedFields.fields(database);
    export.trail = TestedTrail.trail(database);
  }

  @Test
  void noNameIsAFormulaAndEachCurrencyHasALine() throws SQLException {
    database.write(
        "insert into company (organization_id, id, name, about) values (?, 1,"
            + " '=HYPERLINK(\"http://x\")', 'Платит; \"сразу\"')");
    database.write(
        "insert into client (organization_id, id, name, company_id) values (?, 1, 'Анна', 1)");
    database.write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'P', 1)");
    database.write(
        "insert into stage (organization_id, id, pipeline_id, name, position) values (?, 1, 1,"
            + " 'Новый', 1)");
    database.write(
        "insert into tag (organization_id, id, name) select ?, n, chr(67 - n) || n from"
            + " generate_series(1, 2) n");
    database.write(
        "insert into company_tag (organization_id, company_id, tag_id) select ?, 1, n from"
            + " generate_series(1, 2) n");
    deal(1, "1500.50", "KGS");
    deal(2, "20", "USD");
    assertThat(lines(""))
        .containsExactly(
            "\uFEFF\"Name\";\"About\";\"Tags\";\"Clients\";\"Open\";\"Amount\";\"Currency\"",
            "\"'=HYPERLINK(\"\"http://x\"\")\";\"Платит; \"\"сразу\"\"\";\"A2, B1\";\"1\";\"2\";\"1500.50\";\"KGS\"",
            "\"'=HYPERLINK(\"\"http://x\"\")\";\"Платит; \"\"сразу\"\"\";\"A2, B1\";\"1\";\"2\";\"20.00\";\"USD\"");
  }

  @Test
  void allOfTheFilterAreWrittenAndTheAuditKeepsHowMany() throws SQLException {
    database.write(
        "insert into company (organization_id, id, name) select ?, n, 'Фирма ' || n from"
            + " generate_series(1, 2001) n");
    assertThat(lines("")).hasSize(2002).doesNotHaveDuplicates();
    assertThat(lines("фирма 77")).hasSize(12);
    assertThat(
            database.look(
                "select data ->> 'companies' from audit_event where organization_id = ? and type ="
                    + " 'companies.exported' order by id"))
        .containsExactly("2001", "11");
  }

  @Test
  void eachOwnFieldIsAColumnAndNarrowsAsTheListIsNarrowed() throws SQLException {
    database.write(
        "insert into custom_field (organization_id, id, bearer, name, type, choices, archived)"
            + " select ?, n, b, f, 'CHOICE', '{S,L}', a from (values (1, 'COMPANY', 'Size', false), (2,"
            + " 'COMPANY', 'Gone', true), (3, 'CLIENT', 'Theirs', false)) as x (n, b, f, a)");
    database.write(
        "insert into company (organization_id, id, name) select ?, n, 'C' || n from"
            + " generate_series(1, 3) n");
    database.write(
        "insert into company_value (organization_id, company_id, field_id, text_value) select ?, c,"
            + " f, v from (values (1, 1, 'S'), (2, 1, 'L'), (2, 2, 'S')) as x (c, f, v)");
    assertThat(lines(""))
        .containsExactly(
            "\uFEFF\"Name\";\"About\";\"Tags\";\"Clients\";\"Open\";\"Amount\";\"Currency\";\"Size\"",
            "\"C1\";\"\";\"\";\"0\";\"0\";\"\";\"\";\"S\"",
            "\"C2\";\"\";\"\";\"0\";\"0\";\"\";\"\";\"L\"",
            "\"C3\";\"\";\"\";\"0\";\"0\";\"\";\"\";\"\"");
    assertThat(written(TestedCompanies.asked("field=1:L")))
        .hasSize(2)
        .last()
        .asString()
        .contains("C2");
    assertThat(written(TestedCompanies.asked("field=1:removed since"))).hasSize(4);
  }

  @Test
  void whatADayLeavesOutIsNotWritten() throws SQLException {
    database.write(
        "insert into custom_field (organization_id, id, bearer, name, type) values (?, 1, 'COMPANY',"
            + " 'Until', 'DATE')");
    database.write(
        "insert into company (organization_id, id, name) select ?, n, 'C' || n from"
            + " generate_series(1, 3) n");
    database.write(
        "insert into company_value (organization_id, company_id, field_id, date_value) select ?, n,"
            + " 1, date '2026-01-01' + n from generate_series(1, 2) n");
    assertThat(written(TestedCompanies.asked("field=1_2026-01-03_")))
        .hasSize(2)
        .last()
        .asString()
        .contains("C2", "2026-01-03");
    assertThat(written(TestedCompanies.asked("field=1_5_6"))).hasSize(4);
  }

  private void deal(long id, String amount, String currency) throws SQLException {
    database.write(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title, amount,"
            + " currency) values (?, ?, 1, 1, 1, 'Тур', ?::numeric, ?)",
        id,
        amount,
        currency);
  }

  private List<String> lines(String search) {
    return written(new CompanyFilter(search));
  }

  private List<String> written(CompanyFilter filter) {
    var out = new StringWriter();
    database.doing(() -> export.write(filter, TITLES, ';', ADMIN, out));
    return out.toString().lines().toList();
  }
}
