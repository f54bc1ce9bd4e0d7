package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.operations.ConsoleSql;
import org.tulpar.operations.OrganizationLoad;
import org.tulpar.operations.OrganizationLoads;

/** What the operator sees of the organizations: how much, in one question, of a page only. */
class OrganizationLoadsTest {

  private static final String MANY = "Load test";

  private final Office office = new Office();
  private final ExplainedConsole sql = new ExplainedConsole();
  private final Rig rig = new Rig().with(ConsoleSql.class, sql);
  private final OrganizationLoads loads = rig.get(OrganizationLoads.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.prepare();
    office.change(
        "update organization set name = 'Silk ' || :o, live_at = now() where organization_id = :o");
  }

  @AfterEach
  void close() throws SQLException {
    for (var table : List.of("conversation_day", "inbound_event", "users", "channel")) {
      office.change(
          "delete from %s where organization_id in (select organization_id from organization where name like '%s%%')"
              .formatted(table, MANY));
    }
    office.change("delete from organization where name like '" + MANY + "%'");
    office.close();
    rig.close();
  }

  /** The events lie in a lane that nobody works on. */
  @Test
  void anOrganizationIsCounted() throws SQLException {
    office.change("update users set active = false where organization_id = :o and id = 2");
    office.change("update channel set connection_state = 'OPEN' where organization_id = :o");
    office.change(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (:o, gen_random_uuid(), 'TELEGRAM', 'Bot', 'b', 'http://127.0.0.1')");
    office.change(
        "insert into conversation_day (organization_id, day, conversation_id, channel_id, client_messages, bot_messages, manager_messages) values (:o, current_date, 1, :o, 3, 2, 1), (:o, current_date - 20, 1, :o, 100, 0, 0)");
    for (var status : List.of("WAITING", "WAITING", "FAILED", "PROCESSED")) {
      office.change(
          "insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, status, raw) values (:o, :o, gen_random_uuid(), 'x', -1, '%s', '')"
              .formatted(status));
    }
    var load = mine();
    assertThat(load.people()).isEqualTo(1);
    assertThat(load.open()).isEqualTo(1);
    assertThat(load.channels()).isEqualTo(2);
    assertThat(load.messages()).isEqualTo(6);
    assertThat(load.waiting()).isEqualTo(2);
    assertThat(load.failed()).isEqualTo(1);
    assertThat(load.liveAt()).isNotNull();
  }

  @Test
  void itIsFoundByAPartOfItsNameAndTheInstallationIsNone() throws SQLException {
    var part = office.organization().toString().toUpperCase(Locale.ROOT);
    assertThat(loads.page(part, 0)).hasSize(1);
    assertThat(loads.page("%", 0)).isEmpty();
    office.change("update organization set kind = 'PLATFORM' where organization_id = :o");
    assertThat(loads.page(part, 0)).isEmpty();
  }

  /** Of a thousand organizations with their people and days only those of the page are counted. */
  @Test
  void aPageIsCountedByIndexes() throws SQLException {
    office.change(
        "insert into organization (organization_id, name) select gen_random_uuid(), '%s ' || lpad(n::text, 5, '0') from generate_series(1, 1000) n"
            .formatted(MANY));
    each(
        "users (organization_id, id, login, password_hash, name, role)",
        "n, organization_id::text || n, '', 'P', 'MANAGER'",
        30);
    each(
        "channel (organization_id, id, type, name, instance, api_url)",
        "organization_id, 'EVOLUTION', 'C', 'i', ''",
        1);
    each(
        "conversation_day (organization_id, conversation_id, day, channel_id, client_messages)",
        "n, current_date - n % 30, organization_id, 1",
        150);
    each(
        "inbound_event (organization_id, channel_id, external_id, event_type, lane, status, raw)",
        "organization_id, n::text, 'x', -1, case n when 1 then 'FAILED' when 2 then 'WAITING' else 'PROCESSED' end, ''",
        50);
    office.change("analyze organization, users, channel, conversation_day, inbound_event");
    var page = loads.page(MANY, 2);
    assertThat(page).hasSize(OrganizationLoads.PAGE + 1);
    assertThat(page.getFirst().name()).isEqualTo(MANY + " 00101");
    assertThat(page).allSatisfy(load -> assertThat(load.people()).isEqualTo(30));
    assertThat(page).allSatisfy(load -> assertThat(load.waiting()).isEqualTo(1));
    assertThat(sql.plans().getLast())
        .doesNotContain("Seq Scan on users")
        .doesNotContain("Seq Scan on conversation_day")
        .doesNotContain("Seq Scan on inbound_event");
  }

  private void each(String into, String values, int number) throws SQLException {
    office.change(
        "insert into %s select organization_id, %s from organization, generate_series(1, %d) n where name like '%s%%'"
            .formatted(into, values, number, MANY));
  }

  private OrganizationLoad mine() {
    return loads.page(office.organization().toString(), 0).getFirst();
  }
}
