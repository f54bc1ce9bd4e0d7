package org.tulpar.client.company;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.client.Tag;
import org.tulpar.client.TestedCards;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.client.field.TestedFields;
import org.tulpar.kernel.Fired;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;
import org.tulpar.tenant.list.Place;

/** Companies of a new organization, and who works there. */
class TestedCompanies {

  static final long ADMIN = 2;

  final TestedDatabase database = TestedDatabase.ofNewOrganization();
  final CompanyBook book = new CompanyBook();
  final FieldSettings fields = TestedFields.settings(database);
  final Fired fired = new Fired();

  TestedCompanies() throws SQLException {
    book.rows = new CompanyRows();
    book.rows.sql = database.sql();
    book.companies = new Companies();
    book.companies.sql = database.sql();
    book.trail = TestedTrail.trail(database);
    book.tags = TestedCards.tags(database);
    book.fields = TestedFields.fields(database);
    book.tagged = fired.events();
  }

  void tag(long company, String name) {
    database.doing(() -> book.tag(company, name, ADMIN));
  }

  void untag(long company, String name) {
    database.doing(() -> book.untag(company, tagId(name), ADMIN));
  }

  List<String> tags(long company) {
    return database.within(() -> book.byId(company)).orElseThrow().tags().stream()
        .map(Tag::name)
        .toList();
  }

  List<String> allTags() {
    return database.within(book.tags::all).stream().map(Tag::name).toList();
  }

  long tagId(String name) {
    return database.within(book.tags::all).stream()
        .filter(tag -> tag.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  List<String> narrowed(String query) {
    var found = database.within(() -> book.first(filter(query))).rows();
    assertThat(database.within(() -> book.count(filter(query)))).isEqualTo(found.size());
    return found.stream().map(Company::name).toList();
  }

  /** Of what the organization offers, as the page asks for it. */
  private CompanyFilter filter(String query) {
    return asked(query).within(database.within(() -> book.fields.active(Bearer.COMPANY)));
  }

  static CompanyFilter asked(String query) {
    var values =
        Stream.of(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.groupingBy(
                    pair -> pair[0], Collectors.mapping(pair -> decoded(pair[1]), toList())));
    return CompanyFilter.read(
        name -> values.containsKey(name) ? values.get(name).toArray(String[]::new) : null);
  }

  static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  void funnel() throws SQLException {
    database.write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'P', 1)");
    database.write(
        "insert into stage (organization_id, id, pipeline_id, name, position, kind) values (?, 1, 1,"
            + " 'Новый', 1, 'OPEN')");
    database.write(
        "insert into stage (organization_id, id, pipeline_id, name, position, kind) values (?, 2, 1,"
            + " 'Продано', 2, 'WON')");
  }

  void client(long id, long company) throws SQLException {
    database.write(
        "insert into client (organization_id, id, name, company_id) values (?, ?, 'Анна', ?)",
        id,
        company);
  }

  void deal(long id, long client, long stage, String amount, String currency) throws SQLException {
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

  void many(int count) throws SQLException {
    database.write(
        "insert into company (organization_id, id, name) select ?, n, 'Фирма' || n || ' ' || n from"
            + " generate_series(1, ?::int) n",
        count);
  }

  List<String> found(String typed) {
    return database.within(() -> book.first(new CompanyFilter(typed))).rows().stream()
        .map(Company::name)
        .toList();
  }

  List<String> clientsBy(String word) throws SQLException {
    return database.look(
        "select client_id::text from client_word where organization_id = ? and word = ?", word);
  }

  List<String> names(String typed) {
    return database.within(() -> book.names(new CompanyFilter(typed)));
  }

  long add(String name) {
    return database.within(() -> book.add(new CompanyEdit(name, null, Map.of(), 0), ADMIN));
  }

  /** A field of theirs. */
  long field(String name, CustomFieldType type, String choices) {
    database.doing(() -> fields.add(Bearer.COMPANY, name, type, choices));
    return database.within(() -> fields.all(Bearer.COMPANY)).getLast().id();
  }

  /** Named by the company's name alone. */
  long holding(String name, Map<Long, String> values) {
    return database.within(() -> book.add(new CompanyEdit(name, null, values, 0), ADMIN));
  }

  Map<Long, String> held(long company) {
    return database.within(() -> book.byId(company)).orElseThrow().values();
  }

  void save(long id, String name, int version) {
    database.doing(() -> book.save(id, new CompanyEdit(name, null, Map.of(), version), ADMIN));
  }

  void remove(long id) {
    database.doing(() -> book.remove(id, ADMIN));
  }

  static Place place(String text) {
    return Place.read(text).orElseThrow();
  }
}
