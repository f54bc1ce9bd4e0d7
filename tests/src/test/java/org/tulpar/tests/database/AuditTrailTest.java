package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.identity.audit.AuditArea;
import org.tulpar.identity.audit.AuditFilter;
import org.tulpar.identity.audit.AuditFilter.Spot;
import org.tulpar.identity.audit.AuditRow;
import org.tulpar.identity.audit.AuditRow.Thing;
import org.tulpar.identity.audit.AuditTrail;

/** What was done, found by whom, what and when, and by nobody else's administrator. */
class AuditTrailTest {

  private static final AuditFilter ALL = new AuditFilter(null, null, null, null);

  @RegisterExtension final Office office = new Office();
  private final AuditTrail trail = office.get(AuditTrail.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One");
    done("client.edited", "1", "2026-11-10 12:00+00", "'{}'");
    done("team.added", "2", "2026-11-11 12:00+00", "'{\"name\": \"Sales\"}'");
    done("conversation.woken", "null", "2026-11-12 12:00+00", "'{\"origin\": \"POLICY\"}'");
    done("channel.created", "1", "2026-11-13 23:30+00", "jsonb_build_object('channel', :o)");
    done("orders.exported", "1", "2026-11-14 12:00+00", "'{\"orders\": 7}'");
  }

  @Test
  void theLatestIsFirstAndNamed() {
    assertThat(types(ALL))
        .containsExactly(
            "orders.exported",
            "channel.created",
            "conversation.woken",
            "team.added",
            "client.edited");
    var rows = page(ALL, null).rows();
    assertThat(rows.get(1).channel()).isEqualTo("Main");
    assertThat(rows.get(1).person()).isEqualTo("Aigul Asanova");
    assertThat(rows.get(2).person()).as("nobody").isNull();
    assertThat(rows.get(0).facts()).containsEntry("orders", "7");
  }

  /** As they are called now, and none that is gone leads anywhere. */
  @Test
  void whatItWasDoneToIsNamed() throws SQLException {
    office.change(
        """
        insert into product (organization_id, id, type, name) values (:o, 11, 'TOUR', 'Song-Kul');
        insert into product_price (organization_id, id, product_id, unit, amount, currency, valid_from)
          values (:o, 12, 11, 'ADULT', 100, 'KGS', '2026-01-01');
        insert into product_departure (organization_id, id, product_id, starts_on, ends_on, seats)
          values (:o, 13, 11, '2026-07-01', '2026-07-02', 9);
        insert into partner (organization_id, id, name) values (:o, 14, 'Yurt camp');
        insert into company (organization_id, id, name) values (:o, 15, 'Silk Road');
        insert into orders (organization_id, id, number, client_id) values (:o, 16, 7, 1);
        delete from audit_event where organization_id = :o""");
    var things = List.of("product:11", "price:12", "departure:13", "partner:14", "company:15");
    for (var thing : things) {
      var parts = thing.split(":");
      done(
          parts[0] + ".x",
          "1",
          "2026-11-10 12:00+00",
          "'{\"%s\": %s}'".formatted(parts[0], parts[1]));
    }
    done("order.paid", "1", "2026-11-10 12:00+00", "'{\"order\": 16, \"number\": 7}'");
    done("team.changed", "1", "2026-11-10 12:00+00", "'{\"team\": 1}'");
    done("product.edited", "1", "2026-11-10 12:00+00", "'{\"product\": 99}'");
    assertThat(page(ALL, null).rows().reversed().stream().map(AuditRow::thing))
        .containsExactly(
            new Thing("product", 11, "Song-Kul"),
            new Thing("product", 11, "Song-Kul"),
            new Thing("product", 11, "Song-Kul"),
            new Thing("partner", 14, "Yurt camp"),
            new Thing("company", 15, "Silk Road"),
            new Thing("order", 16, null),
            new Thing("team", 1, "Sales"),
            null);
  }

  @Test
  void whatIsDoneInADialogueNamesItsClient() throws SQLException {
    office.change(
        "insert into audit_event (organization_id, type, at, conversation_id) values (:o,"
            + " 'conversation.closed', '2026-11-20 12:00+00', 1)");
    var row = page(ALL, null).rows().getFirst();
    assertThat(row.client()).isEqualTo("One");
    assertThat(row.clientId()).isNull();
  }

  @Test
  void itIsNarrowedByWhoWhatAndWhen() {
    assertThat(types(new AuditFilter(1L, null, null, null)))
        .containsExactly("orders.exported", "channel.created", "client.edited");
    assertThat(types(new AuditFilter(null, AuditArea.PEOPLE, null, null)))
        .containsExactly("team.added");
    assertThat(types(new AuditFilter(null, AuditArea.CATALOG, null, null)))
        .containsExactly("orders.exported");
    var day = LocalDate.of(2026, 11, 13);
    assertThat(types(new AuditFilter(null, null, day, day))).containsExactly("channel.created");
    assertThat(page(new AuditFilter(null, null, day, day), ZoneId.of("Asia/Bishkek"), null).rows())
        .as("there it is the next day already")
        .isEmpty();
  }

  @Test
  void aPageGoesOnWhereTheOneBeforeEndsThoughManyShareTheirMoment() throws SQLException {
    office.change(
        "insert into audit_event (organization_id, type, at) select :o, 'deal.created',"
            + " '2026-11-20 12:00+00' from generate_series(1, 120)");
    var filter = new AuditFilter(null, AuditArea.DEALS, null, null);
    var seen = new ArrayList<Long>();
    Spot behind = null;
    boolean more = true;
    while (more) {
      var sheet = page(filter, behind);
      sheet.rows().forEach(row -> seen.add(row.id()));
      more = sheet.more();
      behind = Spot.read(sheet.last().toString());
    }
    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    assertThat(Spot.read("x_1")).isNull();
    assertThat(Spot.read("99999999999999999999_1")).isNull();
  }

  @Test
  void othersSeeNothingOfIt() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      assertThat(
              other.within(
                  () -> other.get(AuditTrail.class).page(ALL, ZoneOffset.UTC, null).rows()))
          .isEmpty();
      assertThat(other.within(() -> other.get(AuditTrail.class).people())).hasSize(2);
    }
  }

  /** Among ninety thousand events a page reads its own from an index, whatever narrows it. */
  @Test
  void aPageIsCutFromAnIndex() throws SQLException {
    office.change(
        """
        insert into audit_event (organization_id, type, user_id, at)
        select :o, (array['conversation.taken_over', 'conversation.closed', 'client.tagged', 'deal.stage_changed'])[1 + n % 4],
          case when n % 1000 = 0 then 2 when n % 3 = 0 then 1 end, now() - interval '1 minute' * n from generate_series(1, 90000) n
        """);
    office.change("analyze audit_event");
    for (var filter :
        List.of(
            ALL,
            new AuditFilter(2L, null, null, null),
            new AuditFilter(1L, null, null, null),
            new AuditFilter(null, AuditArea.PEOPLE, null, null),
            new AuditFilter(null, AuditArea.DEALS, null, null))) {
      var plan = plan(filter);
      assertThat(plan).as("%s", filter).contains("Index Scan using audit_event_");
      assertThat(plan)
          .as("%s", filter)
          .doesNotContain("Seq Scan on audit_event")
          .doesNotContain("Sort Key: a.at DESC, a.id DESC\n              ->");
    }
  }

  private String plan(AuditFilter filter) {
    var person = filter.person() == null ? "" : " and a.user_id = " + filter.person();
    var area = filter.area() == null ? "" : " and a.area = '" + filter.area() + "'";
    return office
        .texts(
            "explain (analyze, costs off) select a.* from audit_event a where true"
                + person
                + area
                + " order by a.at desc, a.id desc limit 51")
        .stream()
        .collect(Collectors.joining("\n"));
  }

  private List<String> types(AuditFilter filter) {
    return page(filter, null).rows().stream().map(AuditRow::type).toList();
  }

  private AuditTrail.Sheet page(AuditFilter filter, Spot behind) {
    return page(filter, ZoneOffset.UTC, behind);
  }

  private AuditTrail.Sheet page(AuditFilter filter, ZoneId zone, Spot behind) {
    return office.within(() -> trail.page(filter, zone, behind));
  }

  private void done(String type, String person, String at, String data) throws SQLException {
    office.change(
        "insert into audit_event (organization_id, type, user_id, at, data) values (:o, '%s', %s, '%s', %s)"
            .formatted(type, person, at, data));
  }
}
