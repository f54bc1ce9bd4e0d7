package org.tulpar.client.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.Tag;
import org.tulpar.client.TagBearer;
import org.tulpar.client.TestedCards;
import org.tulpar.kernel.Fired;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;
import org.tulpar.tenant.list.Page;
import org.tulpar.tenant.list.Place;
import org.tulpar.tenant.list.Sum;

/** Companies, against the database as it is; and by which way the database gets to a page. */
class CompanyBookTest {

  private static final long ADMIN = 2;

  private TestedDatabase database;
  private final CompanyBook book = new CompanyBook();
  private final Fired fired = new Fired();

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    book.rows = new CompanyRows();
    book.rows.sql = database.sql();
    book.companies = new Companies();
    book.companies.sql = database.sql();
    book.trail = TestedTrail.trail(database);
    book.tags = TestedCards.tags(database);
    book.tagged = fired.events();
  }

  @Test
  void aCompanyTellsItsClientsAndWhatIsOpenWithThemInEachCurrency() throws SQLException {
    var lotus = add("Лотос");
    var empty = add("Астра");
    funnel();
    client(10, lotus);
    client(11, lotus);
    client(12, lotus);
    database.write("update client set merged_into_id = 11 where organization_id = ? and id = 12");
    deal(1, 10, 1, "1500.50", "KGS");
    deal(2, 11, 1, "500", "KGS");
    deal(3, 11, 1, "20", "USD");
    deal(4, 11, 1, null, null);
    deal(5, 11, 2, "9000", "KGS");
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
    var lotus = add("Лотос");
    var aster = add("Астра");
    assertThatThrownBy(() -> add("лотос")).hasMessage("company_taken");
    assertThatThrownBy(() -> save(aster, "ЛОТОС", 0)).hasMessage("company_taken");
    assertThatThrownBy(() -> save(aster, "  ", 0)).hasMessage("company_name");
    save(lotus, "ЛОТОС", 0);
    assertThat(database.within(() -> book.byId(lotus)).orElseThrow().name()).isEqualTo("ЛОТОС");
  }

  @Test
  void ofTwoWhoSaveOneCompanyTheSecondIsTold() {
    var lotus = add("Лотос");
    save(lotus, "Лотос-тур", 0);
    assertThatThrownBy(() -> save(lotus, "Лотос-сервис", 0)).isInstanceOf(CompanyChanged.class);
  }

  @Test
  void whoeverWorksThereIsFoundByTheNewNameAndNotByTheOld() throws SQLException {
    var lotus = add("Лотос");
    client(10, lotus);
    save(lotus, "Эдельвейс Тревел", 0);
    assertThat(found("трев")).containsExactly("Эдельвейс Тревел");
    assertThat(found("лотос")).isEmpty();
    assertThat(clientsBy("эдельвейс")).containsExactly("10");
    assertThat(clientsBy("лотос")).isEmpty();
  }

  @Test
  void onlyACompanyThatNoCardNamesIsRemoved() throws SQLException {
    var lotus = add("Лотос");
    client(10, lotus);
    assertThatThrownBy(() -> remove(lotus)).hasMessage("company_used");
    database.write("update client set company_id = null where organization_id = ? and id = 10");
    remove(lotus);
    assertThat(database.within(() -> book.byId(lotus))).isEmpty();
  }

  @Test
  void aNameBegunIsCompletedAndNothingIsNot() {
    var lotus = add("Лотос Тур");
    add("Астра");
    assertThat(names("лот")).containsExactly("Лотос Тур");
    assertThat(database.within(() -> book.few(new CompanyFilter("тур"), 5)))
        .containsExactly(new CompanyBook.Named(lotus, "Лотос Тур"));
    assertThat(database.within(() -> book.few(CompanyFilter.ALL, 1))).hasSize(1);
    assertThat(names("")).isEmpty();
    assertThat(names("%")).isEmpty();
  }

  @Test
  void everyPageIsReachedInBothDirections() throws SQLException {
    many(120);
    var first = database.within(() -> book.first(CompanyFilter.ALL));
    var second = database.within(() -> book.after(CompanyFilter.ALL, place(first.after())));
    var third = database.within(() -> book.after(CompanyFilter.ALL, place(second.after())));
    assertThat(List.of(first.rows().size(), second.rows().size(), third.rows().size()))
        .containsExactly(50, 50, 20);
    assertThat(first.before()).isNull();
    assertThat(third.after()).isNull();
    var back = database.within(() -> book.before(CompanyFilter.ALL, place(third.before())));
    assertThat(back.rows()).isEqualTo(second.rows());
    assertThat(database.within(() -> book.count(CompanyFilter.ALL))).isEqualTo(120);
  }

  @Test
  void anotherOrganizationHasNone() throws SQLException {
    add("Лотос");
    var other = TestedDatabase.ofNewOrganization();
    book.rows.sql = other.sql();
    assertThat(other.within(() -> book.first(CompanyFilter.ALL)).rows()).isEmpty();
    assertThat(other.within(() -> book.names(new CompanyFilter("лотос")))).isEmpty();
  }

  @Test
  void noPageReadsAWholeTable() throws SQLException {
    many(5_000);
    funnel();
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
  void aTagIsPutOnOnceAndShownByNameAndWhoeverShowsItIsTold() throws SQLException {
    var lotus = add("Лотос");
    tag(add("Астра"), "ОПТ");
    tag(lotus, "VIP");
    tag(lotus, " опт ");
    tag(lotus, "vip");
    assertThat(tags(lotus)).containsExactly("VIP", "ОПТ");
    untag(lotus, "ОПТ");
    assertThat(fired.all())
        .filteredOn(new CompanyTagged(database.organization(), lotus)::equals)
        .hasSize(3);
    assertThat(
            database.look(
                "select type || ' ' || (data ->> 'tag') from audit_event where organization_id = ? and"
                    + " data ->> 'company' = ? and data ->> 'tag' is not null order by id",
                Long.toString(lotus)))
        .containsExactly("company.tagged VIP", "company.tagged ОПТ", "company.untagged ОПТ");
    assertThatThrownBy(() -> tag(lotus, " ")).hasMessage("tag_empty");
    assertThatThrownBy(() -> tag(lotus, "я".repeat(41))).hasMessage("tag_too_long");
    assertThatThrownBy(() -> tag(99, "VIP")).hasMessage("company_gone");
  }

  @Test
  void aTagIsGoneWithItsLastBearerBeItAClientOrACompany() throws SQLException {
    var lotus = add("Лотос");
    var aster = add("Астра");
    client(10, lotus);
    tag(lotus, "VIP");
    tag(aster, "VIP");
    tag(aster, "опт");
    database.doing(() -> book.tags.put(TagBearer.CLIENT, 10, "опт"));
    remove(aster);
    assertThat(allTags()).containsExactly("VIP", "опт");
    untag(lotus, "VIP");
    assertThat(allTags()).containsExactly("опт");
    tag(lotus, "опт");
    database.doing(() -> book.tags.takeOff(TagBearer.CLIENT, 10, tagId("опт")));
    assertThat(allTags()).containsExactly("опт");
    untag(lotus, "опт");
    assertThat(allTags()).isEmpty();
  }

  @Test
  void whatWasRemovedComesBackWithItsTags() {
    var lotus = add("Лотос");
    tag(lotus, "VIP");
    remove(lotus);
    database.doing(
        () -> book.addAgain(new CompanyEdit("Лотос", null, 0), List.of("VIP", "опт"), ADMIN));
    var again = database.within(() -> book.first(CompanyFilter.ALL)).rows().getFirst();
    assertThat(again.tags()).extracting(Tag::name).containsExactly("VIP", "опт");
  }

  @Test
  void theListIsNarrowedByTagByOpenDealsAndByPeople() throws SQLException {
    var lotus = add("Лотос");
    var aster = add("Астра");
    var rose = add("Роза");
    funnel();
    client(10, lotus);
    client(11, aster);
    client(12, rose);
    database.write("update client set merged_into_id = 11 where organization_id = ? and id = 12");
    deal(1, 10, 1, null, null);
    deal(2, 11, 2, null, null);
    tag(aster, "VIP");
    tag(rose, "VIP");
    assertThat(narrowed("tag=" + tagId("VIP"))).containsExactly("Астра", "Роза");
    assertThat(narrowed("deals=SOME")).containsExactly("Лотос");
    assertThat(narrowed("deals=NONE")).containsExactly("Астра", "Роза");
    assertThat(narrowed("people=SOME")).containsExactly("Астра", "Лотос");
    assertThat(narrowed("people=NONE")).containsExactly("Роза");
    assertThat(narrowed("q=ас&tag=" + tagId("VIP") + "&people=SOME&deals=NONE"))
        .containsExactly("Астра");
    assertThat(narrowed("tag=x&deals=MANY&people=")).hasSize(3);
  }

  @Test
  void theAddressSaysWhatIsShown() {
    var address = "q=%D0%B0&tag=5&deals=NONE&people=SOME&import=7";
    assertThat(filter(address).criteria().query()).isEqualTo(address);
    assertThat(filter("tag=x&deals=MANY")).isEqualTo(CompanyFilter.ALL);
  }

  @Test
  void noNarrowedPageReadsAWholeTable() throws SQLException {
    many(5_000);
    funnel();
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
    database.analyze();
    for (var query :
        List.of("tag=7", "tag=500", "deals=SOME", "deals=NONE", "people=SOME", "people=NONE")) {
      for (var from : List.of(new Place(0, ""), new Place(4000, "фирма4000"))) {
        var condition = CompanyRows.cut(filter(query), from, false);
        assertThat(
                database.plan(CompanyRows.page(condition, false), condition.values(Page.SIZE + 1)))
            .as(query + from)
            .doesNotContain("Seq Scan on company")
            .doesNotContain("Seq Scan on client")
            .doesNotContain("Seq Scan on deal");
      }
      var counted = filter(query).condition();
      assertThat(database.plan(CompanyRows.counted(counted), counted.values(Page.MANY + 1)))
          .as("the number of " + query)
          .doesNotContain("Seq Scan on client")
          .doesNotContain("Seq Scan on deal");
    }
  }

  private void tag(long company, String name) {
    database.doing(() -> book.tag(company, name, ADMIN));
  }

  private void untag(long company, String name) {
    database.doing(() -> book.untag(company, tagId(name), ADMIN));
  }

  private List<String> tags(long company) {
    return database.within(() -> book.byId(company)).orElseThrow().tags().stream()
        .map(Tag::name)
        .toList();
  }

  private List<String> allTags() {
    return database.within(book.tags::all).stream().map(Tag::name).toList();
  }

  private long tagId(String name) {
    return database.within(book.tags::all).stream()
        .filter(tag -> tag.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<String> narrowed(String query) {
    var found = database.within(() -> book.first(filter(query))).rows();
    assertThat(database.within(() -> book.count(filter(query)))).isEqualTo(found.size());
    return found.stream().map(Company::name).toList();
  }

  private static CompanyFilter filter(String query) {
    var values =
        Stream.of(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
    return CompanyFilter.of(values::get);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private void funnel() throws SQLException {
    database.write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'P', 1)");
    database.write(
        "insert into stage (organization_id, id, pipeline_id, name, position, kind) values (?, 1, 1,"
            + " 'Новый', 1, 'OPEN')");
    database.write(
        "insert into stage (organization_id, id, pipeline_id, name, position, kind) values (?, 2, 1,"
            + " 'Продано', 2, 'WON')");
  }

  private void client(long id, long company) throws SQLException {
    database.write(
        "insert into client (organization_id, id, name, company_id) values (?, ?, 'Анна', ?)",
        id,
        company);
  }

  private void deal(long id, long client, long stage, String amount, String currency)
      throws SQLException {
    database.write(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title, amount,"
            + " currency, created_at) values (?, ?, ?, 1, ?, 'Тур', ?::numeric, ?, now() +"
            + " make_interval(secs => ?))",
        id,
        client,
        stage,
        amount,
        currency,
        (double) id);
  }

  private void many(int count) throws SQLException {
    database.write(
        "insert into company (organization_id, id, name) select ?, n, 'Фирма' || n || ' ' || n from"
            + " generate_series(1, ?::int) n",
        count);
  }

  private List<String> found(String typed) {
    return database.within(() -> book.first(new CompanyFilter(typed))).rows().stream()
        .map(Company::name)
        .toList();
  }

  private List<String> clientsBy(String word) throws SQLException {
    return database.look(
        "select client_id::text from client_word where organization_id = ? and word = ?", word);
  }

  private List<String> names(String typed) {
    return database.within(() -> book.names(new CompanyFilter(typed)));
  }

  private long add(String name) {
    return database.within(() -> book.add(new CompanyEdit(name, null, 0), ADMIN));
  }

  private void save(long id, String name, int version) {
    database.doing(() -> book.save(id, new CompanyEdit(name, null, version), ADMIN));
  }

  private void remove(long id) {
    database.doing(() -> book.remove(id, ADMIN));
  }

  private static Place place(String text) {
    return Place.read(text).orElseThrow();
  }
}
