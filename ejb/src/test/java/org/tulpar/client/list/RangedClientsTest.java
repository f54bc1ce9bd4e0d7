package org.tulpar.client.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.client.field.TestedFields;
import org.tulpar.tenant.TestedDatabase;

/** Who is found by where a day or a number of the organization's own lies. */
class RangedClientsTest {

  private TestedDatabase database;
  private FieldSettings settings;
  private final ClientList list = new ClientList();
  private final FilterChoices choices = new FilterChoices();
  private long visa;
  private long children;

  /** Clients 1 to 5, each with a later visa and more children; the fifth with neither. */
  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    settings = TestedFields.settings(database);
    choices.fields = TestedFields.fields(database);
    list.rows = new ClientRows();
    list.rows.sql = database.sql();
    visa = field("Виза до", CustomFieldType.DATE, null);
    children = field("Дети", CustomFieldType.NUMBER, null);
    for (long id = 1; id <= 5; id++) {
      database.client(id, "Клиент " + id, null);
    }
    for (int id = 1; id <= 4; id++) {
      value(id, visa, "date_value", LocalDate.of(2026, id, 10));
      value(id, children, "number_value", new BigDecimal(id).movePointLeft(1));
    }
  }

  @Test
  void bothEndsBelongToItAndEitherMayBeOpen() {
    assertThat(found(visa + "_2026-02-10_2026-03-10")).containsExactly(3L, 2L);
    assertThat(found(visa + "_2026-02-11_2026-03-09")).isEmpty();
    assertThat(found(visa + "_2026-03-10_")).containsExactly(4L, 3L);
    assertThat(found(visa + "__2026-02-10")).containsExactly(2L, 1L);
    assertThat(found(children + "_0.2_0.3")).containsExactly(3L, 2L);
    assertThat(found(children + "_0.31_")).containsExactly(4L);
    assertThat(found(children + "__-1")).isEmpty();
    assertThat(database.within(() -> list.count(filter(visa + "_2026-03-10_")))).isEqualTo(2);
  }

  /** Closer than a number of the processor can tell. */
  @Test
  void numbersAreComparedToTheLastDecimal() throws SQLException {
    value(5, children, "number_value", new BigDecimal("123456789012345.000002"));
    assertThat(found(children + "_123456789012345.000002_")).containsExactly(5L);
    assertThat(found(children + "_123456789012345.000003_")).isEmpty();
    assertThat(found(children + "_1_123456789012345.000001")).isEmpty();
  }

  @Test
  void whatEndsBeforeItBeginsFindsNobody() {
    assertThat(found(visa + "_2026-03-10_2026-02-10")).isEmpty();
  }

  @Test
  void aRangeIsOneOfThreeAndTheAddressKeepsIt() throws SQLException {
    var regular = field("Постоянный", CustomFieldType.FLAG, null);
    var paid = field("Оплата", CustomFieldType.DATE, null);
    value(2, regular, "flag_value", true);
    value(3, regular, "flag_value", true);
    value(3, paid, "date_value", LocalDate.of(2026, 1, 1));
    var days = visa + "_2026-02-01_";
    var many = children + "__0.3";
    assertThat(found(days, many)).containsExactly(3L, 2L);
    var three = filter(regular + ":true", many, days);
    assertThat(found(regular + ":true", many, days)).containsExactly(3L, 2L);
    assertThat(three.query())
        .isEqualTo("field=%s&field=%s&field=%d%%3Atrue".formatted(days, many, regular));
    assertThat(filter(days, many, regular + ":true", paid + "_2027-01-01_"))
        .as("a fourth one is not asked for")
        .isEqualTo(three);
    assertThat(filter(days, visa + "__2020-01-01"))
        .as("one range of a field")
        .isEqualTo(filter(days));
    assertThat(three.criteria().without("field", many).query())
        .isEqualTo(filter(regular + ":true", days).query());
  }

  @Test
  void whatTheFormAsksIsWhatTheAddressKeeps() {
    var form =
        Map.of(
            "day",
            "" + visa,
            "from",
            "2026-02-10",
            "to",
            "2026-03-10",
            "number",
            "" + children,
            "least",
            "0,3",
            "most",
            "");
    var asked = ClientFilter.of(form::get);
    assertThat(asked).isEqualTo(filter(visa + "_2026-02-10_2026-03-10", children + "_0.3_"));
    assertThat(asked.query()).doesNotContain("from", "day", "least");
    assertThat(ids(asked)).containsExactly(3L);
    assertThat(standing(asked)).isEqualTo(asked);
  }

  @Test
  void whatIsNoFieldOfThatKindNarrowsNothing() {
    var source = field("Источник", CustomFieldType.CHOICE, "5\n6");
    var about = field("Паспорт", CustomFieldType.TEXT, null);
    for (var none :
        List.of(
            visa + "_1_5",
            children + "_2026-01-01_",
            source + "_5_6",
            about + "_5_6",
            visa + ":2026-02-10",
            "999999_2026-01-01_")) {
      assertThat(standing(filter(none))).as(none).isEqualTo(ClientFilter.EVERYBODY);
    }
    var days = filter(visa + "_2026-01-01_");
    assertThat(standing(days)).isEqualTo(days);
    database.doing(() -> settings.archive(visa));
    assertThat(standing(days)).isEqualTo(ClientFilter.EVERYBODY);
  }

  private long field(String name, CustomFieldType type, String values) {
    database.doing(() -> settings.add(Bearer.CLIENT, name, type, values));
    return database.within(() -> settings.all(Bearer.CLIENT)).getLast().id();
  }

  private void value(long client, long field, String column, Object value) throws SQLException {
    database.write(
        "insert into client_value (organization_id, client_id, field_id, %s) values (?, ?, ?, ?)"
            .formatted(column),
        client,
        field,
        value);
  }

  private ClientFilter standing(ClientFilter filter) {
    return database.within(() -> choices.standing(filter));
  }

  private List<Long> found(String... asked) {
    return ids(filter(asked));
  }

  private List<Long> ids(ClientFilter filter) {
    return Stream.of(database.within(() -> list.first(filter)))
        .flatMap(page -> page.rows().stream())
        .map(ClientRow::id)
        .toList();
  }

  private static ClientFilter filter(String... asked) {
    return ClientFilter.read(name -> name.equals("field") ? asked : null);
  }
}
