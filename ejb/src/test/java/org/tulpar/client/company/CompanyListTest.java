package org.tulpar.client.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.list.Page;
import org.tulpar.tenant.list.Place;

/** The list of companies: its pages, what narrows it, and by which way the database gets there. */
class CompanyListTest {

  private final TestedCompanies companies = new TestedCompanies();
  private final TestedDatabase database = companies.database;
  private final CompanyBook book = companies.book;

  CompanyListTest() throws SQLException {}

  @Test
  void everyPageIsReachedInBothDirections() throws SQLException {
    companies.many(120);
    var first = database.within(() -> book.first(CompanyFilter.ALL));
    var second =
        database.within(() -> book.after(CompanyFilter.ALL, TestedCompanies.place(first.after())));
    var third =
        database.within(() -> book.after(CompanyFilter.ALL, TestedCompanies.place(second.after())));
    assertThat(List.of(first.rows().size(), second.rows().size(), third.rows().size()))
        .containsExactly(50, 50, 20);
    assertThat(first.before()).isNull();
    assertThat(third.after()).isNull();
    var back =
        database.within(
            () -> book.before(CompanyFilter.ALL, TestedCompanies.place(third.before())));
    assertThat(back.rows()).isEqualTo(second.rows());
    assertThat(database.within(() -> book.count(CompanyFilter.ALL))).isEqualTo(120);
  }

  @Test
  void theListIsNarrowedByTagByOpenDealsAndByPeople() throws SQLException {
    var lotus = companies.add("Лотос");
    var aster = companies.add("Астра");
    var rose = companies.add("Роза");
    companies.funnel();
    companies.client(10, lotus);
    companies.client(11, aster);
    companies.client(12, rose);
    database.write("update client set merged_into_id = 11 where organization_id = ? and id = 12");
    companies.deal(1, 10, 1, null, null);
    companies.deal(2, 11, 2, null, null);
    companies.tag(aster, "VIP");
    companies.tag(rose, "VIP");
    assertThat(companies.narrowed("tag=" + companies.tagId("VIP")))
        .containsExactly("Астра", "Роза");
    assertThat(companies.narrowed("deals=SOME")).containsExactly("Лотос");
    assertThat(companies.narrowed("deals=NONE")).containsExactly("Астра", "Роза");
    assertThat(companies.narrowed("people=SOME")).containsExactly("Астра", "Лотос");
    assertThat(companies.narrowed("people=NONE")).containsExactly("Роза");
    assertThat(companies.narrowed("q=ас&tag=" + companies.tagId("VIP") + "&people=SOME&deals=NONE"))
        .containsExactly("Астра");
    assertThat(companies.narrowed("tag=x&deals=MANY&people=")).hasSize(3);
  }

  @Test
  void theAddressSaysWhatIsShown() {
    var address = "q=%D0%B0&tag=5&deals=NONE&people=SOME&field=1%3Aa&field=2_2026-01-31_&import=7";
    assertThat(TestedCompanies.asked(address).criteria().query()).isEqualTo(address);
    assertThat(TestedCompanies.asked("tag=x&deals=MANY")).isEqualTo(CompanyFilter.ALL);
  }

  @Test
  void noPageReadsAWholeTable() throws SQLException {
    companies.many(5_000);
    companies.funnel();
    database.write(
        "insert into client (organization_id, id, name, company_id) select ?, n, 'имя' || n, 1 + n"
            + " % 5000 from generate_series(1, 20000) n");
    database.write(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title, amount,"
            + " currency) select ?, n, n, 1, 1, 'Тур', n, 'KGS' from generate_series(1, 20000) n");
    database.analyze();
    for (var filter : List.of(CompanyFilter.ALL, new CompanyFilter("фирма 77"))) {
      for (var from : List.of(new Place(0, ""), new Place(4000, "фирма4000"))) {
        var condition = CompanyRows.cut(filter, from, false);
        assertThat(
                database.plan(CompanyRows.page(condition, false), condition.values(Page.SIZE + 1)))
            .as(filter.search() + from)
            .doesNotContain("Seq Scan on company f")
            .doesNotContain("Seq Scan on client")
            .doesNotContain("Seq Scan on deal")
            .contains("client_company", "deal_client");
      }
    }
  }

  @Test
  void noNarrowedPageReadsAWholeTable() throws SQLException {
    companies.many(5_000);
    companies.funnel();
    database.write(
        "insert into client (organization_id, id, name, company_id) select ?, n, 'имя' || n, 1 + n"
            + " % 4000 from generate_series(1, 20000) n");
    database.write(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title) select ?,"
            + " n, n, 1, 1 + n % 2, 'Тур' from generate_series(1, 20000) n");
    database.write(
        "insert into tag (organization_id, id, name) select ?, n, 'Метка' || n from"
            + " generate_series(1, 500) n");
    database.write(
        "insert into company_tag (organization_id, company_id, tag_id) select ?, f.id, t from"
            + " company f, lateral (values (1 + f.id % 499), (case f.id % 2 when 0 then 500 end)) as x"
            + " (t) where t is not null and f.organization_id = ?",
        database.organization().value());
    fields();
    database.analyze();
    for (var query :
        List.of(
            "tag=7",
            "tag=500",
            "deals=SOME",
            "deals=NONE",
            "people=SOME",
            "people=NONE",
            "field=1:rare",
            "field=1:common&field=2:true&field=3:left&tag=500",
            "field=1:rare&field=2:true&deals=SOME",
            "field=4_2026-02-01_2026-02-03",
            "field=4_2026-02-01_&field=5__900&tag=500",
            "field=5_100_102")) {
      for (var from : List.of(new Place(0, ""), new Place(4000, "фирма4000"))) {
        var condition = CompanyRows.cut(TestedCompanies.asked(query), from, false);
        assertThat(
                database.plan(CompanyRows.page(condition, false), condition.values(Page.SIZE + 1)))
            .as(query + from)
            .doesNotContain("Seq Scan on company")
            .doesNotContain("Seq Scan on client")
            .doesNotContain("Seq Scan on deal");
      }
      if (query.matches("field=[45]_[^_]+_[^&_]+")) {
        var narrow = CompanyRows.cut(TestedCompanies.asked(query), null, false);
        assertThat(database.plan(CompanyRows.page(narrow, false), narrow.values(Page.SIZE + 1)))
            .as(query)
            .containsPattern(
                "Index Cond: [^\n]*(date_value|number_near) >= [^\n]*(date_value|number_near) <= ");
      }
      var counted = TestedCompanies.asked(query).condition();
      assertThat(database.plan(CompanyRows.counted(counted), counted.values(Page.MANY + 1)))
          .as("the number of " + query)
          .doesNotContain("Seq Scan on client")
          .doesNotContain("Seq Scan on deal");
    }
  }

  /** Three to choose in, of which the first is rarely chosen in one way; a day and a number. */
  private void fields() throws SQLException {
    database.write(
        "insert into custom_field (organization_id, id, bearer, name, type, choices) select ?, n,"
            + " 'COMPANY', 'f' || n, 'CHOICE', '{rare,common,true,false,left,right}' from"
            + " generate_series(1, 3) n");
    database.write(
        "insert into company_value (organization_id, company_id, field_id, text_value) select ?,"
            + " f.id, x.field, x.value from company f, lateral (values (1, case f.id % 100 when 0 then"
            + " 'rare' else 'common' end), (2, (f.id % 2 = 0)::text), (3, case f.id % 3 when 0 then"
            + " 'left' else 'right' end)) as x (field, value) where f.organization_id = ?",
        database.organization().value());
    database.write(
        "insert into custom_field (organization_id, id, bearer, name, type) select ?, n, 'COMPANY',"
            + " 'f' || n, t from (values (4, 'DATE'), (5, 'NUMBER')) as x (n, t)");
    database.write(
        "insert into company_value (organization_id, company_id, field_id, date_value,"
            + " number_value) select ?, f.id, x.field, x.day, x.number from company f, lateral (values"
            + " (4, date '2026-01-01' + f.id::int % 1000, null), (5, null, f.id % 1000)) as x (field,"
            + " day, number) where f.organization_id = ?",
        database.organization().value());
  }
}
